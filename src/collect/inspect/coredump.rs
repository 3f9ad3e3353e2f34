//! What `coredumpctl info` prints. A core file itself says nothing that is read here.

use super::frames::Frames;
use super::pairs::pair;
use super::report::CrashReport;

/// Whether the text of a file's start is such an answer.
pub fn is_one(head: &str) -> bool {
    let has = |key: &str| head.lines().any(|line| line.trim_start().starts_with(key));
    // What the journal says is the same without its table.
    let message = head.contains(" dumped core.") && has("Stack trace of thread ");
    message || has("PID:") && has("Signal:") && (has("Executable:") || has("Storage:") || has("Command Line:"))
}

/// Reads the first crash of the answer.
pub fn read(text: &str) -> CrashReport {
    let mut report = CrashReport::default();
    let mut executable = String::new();
    let mut frames = Frames::default();
    for line in text.lines() {
        let line = line.trim();
        report.app = report.app.or_else(|| dumped(line));
        if let Some(thread) = line.strip_prefix("Stack trace of thread ") {
            let number = thread.trim_end_matches(':').parse().ok();
            report.faulting_thread = report.faulting_thread.or(number);
        } else if let Some(found) = frame(line) {
            let (name, module) = found;
            let own = is_own(module, &executable) || executable.is_empty() && report.app.as_deref() == Some(module);
            frames.add(own, name != "n/a" && !name.is_empty());
        } else if let Some((key, value)) = pair(line) {
            match key {
                "PID" if report.app.is_some() && !executable.is_empty() => break,
                "PID" => report.app = value.split_once('(').map(|(_, name)| name.trim_end_matches(')').to_owned()),
                // `11 (SEGV)`
                "Signal" => {
                    let name = value.split_once('(').map(|(_, name)| name.trim_end_matches(')'));
                    report.exception = name.map(|name| format!("SIG{name}"));
                }
                "Executable" => value.clone_into(&mut executable),
                // `example/3.2-1`
                "Package" => report.version = value.split_once('/').map(|(_, version)| version.to_owned()),
                _ => {}
            }
        }
    }
    if let Some(name) = executable.rsplit('/').next().filter(|name| !name.is_empty()) {
        report.app = Some(name.to_owned());
    }
    // A table has the signal; a message says only which thread it was.
    let crashed = report.exception.is_some() || report.faulting_thread.is_some();
    frames.judge_if(crashed, report)
}

/// `Process 77 (example) of user 1000 dumped core.`
fn dumped(line: &str) -> Option<String> {
    let (name, rest) = line.split_once("Process ")?.1.split_once(" (")?.1.split_once(')')?;
    rest.contains("dumped core").then(|| name.to_owned())
}

/// `#0  0x00007f0000000000 raise (libc.so.6 + 0x3c)` as name and module.
fn frame(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix('#')?;
    let (_, rest) = rest.split_once("0x")?;
    let (_, rest) = rest.split_once(' ')?;
    let (name, module) = rest.rsplit_once(" (")?;
    Some((name.trim(), module.split(" + ").next().unwrap_or_default().trim_end_matches(')')))
}

fn is_own(module: &str, executable: &str) -> bool {
    let name = |path: &'_ str| path.rsplit('/').next().unwrap_or_default().to_owned();
    !executable.is_empty() && name(module) == name(executable)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    pub const TEXT: &str = "           PID: 77 (example)
           UID: 1000 (user)
        Signal: 11 (SEGV)
     Timestamp: Mon 2031-02-03 04:05:06 UTC (2min ago)
  Command Line: /opt/example/example --fast
    Executable: /opt/example/example
       Storage: /var/lib/systemd/coredump/core.example.zst (present)
       Package: example/3.2-1
       Message: Process 77 (example) of user 1000 dumped core.

                Stack trace of thread 78:
                #0  0x00007f0000000001 raise (libc.so.6 + 0x3c)
                #1  0x0000560000000002 n/a (example + 0x1234)
                #2  0x0000560000000003 _ZN3App3runEv (example + 0x2345)

                Stack trace of thread 77:
                #0  0x00007f0000000004 poll (libc.so.6 + 0x44)
                ELF object binary architecture: AMD x86-64
";

    #[test]
    fn an_answer_is_read() {
        assert!(is_one(TEXT));
        let report = read(TEXT);
        assert_eq!((report.app.as_deref(), report.version.as_deref()), (Some("example"), Some("3.2-1")));
        assert_eq!((report.exception.as_deref(), report.faulting_thread), (Some("SIGSEGV"), Some(78)));
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::Partial, 2));
        let message = TEXT.split_once("Message: ").map(|(_, message)| message).unwrap();
        assert!(is_one(message));
        let told = read(message);
        assert_eq!((told.app.as_deref(), told.faulting_thread), (Some("example"), Some(78)));
        assert_eq!((told.symbolication, told.app_frames), (Symbolication::Partial, 2));
        assert_eq!(read(&TEXT.replace("n/a", "main")).symbolication, Symbolication::Full);
    }
}
