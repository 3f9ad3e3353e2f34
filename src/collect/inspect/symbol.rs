//! Whether a name in an Apple report is the function's own, or only the nearest one that a stripped image exports.

use std::collections::HashMap;

use super::frames::Frames;

/// From here on an offset into a function is hard to believe, in bytes.
const FAR_BYTES: u64 = 0x4000;

/// Functions that really are that long: the loops of interpreters, and generated tables.
const LONG: [&str; 10] = [
    "EvalFrameDefault",
    "EvalFrameEx",
    "luaV_execute",
    "vm_exec",
    "sqlite3VdbeExec",
    "interp_exec_method",
    "execute_ex",
    "Interpret",
    "rb_vm_exec",
    "llint",
];

/// Names that tools write when they know none.
const NO_NAMES: [&str; 5] = ["<redacted>", "???", "_mh_execute_header", "__mh_execute_header", "_mh_dylib_header"];

/// One frame as a report writes it.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Which image it lies in.
    pub image: String,
    /// Whether that image is the app's.
    pub own: bool,
    /// The name of the function, if there is one.
    pub name: Option<String>,
    /// How far into the function it is.
    pub offset: u64,
    /// Whether file and line are told too: no nearest name has those.
    pub source: bool,
}

/// Counts `frames`. An image of the app in which a third of the names lie impossibly far from their frames is stripped: what
/// it names are the nearest exports, near ones too.
pub fn count(frames: &[Frame]) -> Frames {
    let mut images: HashMap<&str, (usize, usize)> = HashMap::new();
    for frame in frames.iter().filter(|frame| frame.has_name()) {
        let (far, all) = images.entry(&frame.image).or_default();
        *far += usize::from(frame.is_far());
        *all += 1;
    }
    let stripped = |image: &str| images.get(image).is_some_and(|(far, all)| *far * 3 >= *all && *far > 0);
    let mut counted = Frames::default();
    counted.extend(frames.iter().map(|frame| {
        let believed = frame.source || !(frame.is_far() || frame.own && stripped(&frame.image));
        (frame.own, frame.has_name() && believed)
    }));
    counted
}

impl Frame {
    fn has_name(&self) -> bool {
        self.name.as_deref().is_some_and(|name| is_name(name, &self.image))
    }

    fn is_far(&self) -> bool {
        let long = |name: &str| LONG.iter().any(|known| name.contains(known));
        self.own && !self.source && self.offset >= FAR_BYTES && !self.name.as_deref().is_some_and(long)
    }
}

/// Whether `name` is a name, and not another way to write an address.
pub fn is_name(name: &str, image: &str) -> bool {
    let name = name.trim();
    let raw = name.starts_with("0x") || name.starts_with('+') || name.chars().all(|c| c.is_ascii_digit());
    !(raw || name == image || NO_NAMES.contains(&name) || name.starts_with("___lldb_unnamed_symbol"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collect::inspect::report::CrashReport;
    use crate::model::Symbolication::{self, Full, None, Partial};

    fn verdict(frames: &[(&str, u64, bool)]) -> Symbolication {
        let frame = |(name, offset, source): &(&str, u64, bool)| Frame {
            image: "App".into(),
            own: true,
            name: Some((*name).to_owned()),
            offset: *offset,
            source: *source,
        };
        let report = CrashReport { exception: Some("EXC_CRASH".into()), ..CrashReport::default() };
        count(&frames.iter().map(frame).collect::<Vec<_>>()).judge(report).symbolication
    }

    #[test]
    fn the_nearest_export_is_no_name() {
        assert_eq!(verdict(&[("api_is_ready", 38_972, false), ("api_call", 120, false)]), None);
        assert_eq!(verdict(&[("main", 120, false), ("run", 2_000, false)]), Full);
        assert_eq!(verdict(&[("_PyEval_EvalFrameDefault", 40_000, false), ("main", 12, false)]), Full);
        assert_eq!(verdict(&[("big", 40_000, true), ("main", 12, false)]), Full);
        let mostly = [("a", 40_000, false), ("b", 1, false), ("c", 1, false), ("d", 1, false)];
        assert_eq!(verdict(&mostly), Partial);
    }

    #[test]
    fn what_tools_write_for_no_name() {
        for name in
            ["0x104950000", "App", "", "+", "0", "<redacted>", "__mh_execute_header", "___lldb_unnamed_symbol12"]
        {
            assert_eq!(verdict(&[(name, 12, false)]), None, "{name}");
        }
    }
}
