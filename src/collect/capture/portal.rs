//! Wayland: the desktop's screenshot portal, which may ask the user.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

use super::{Capture, encode};
use crate::collect::Error;
use crate::collect::probe::within;
use crate::job::Monitor;
use crate::model::ProbeProblem;

/// Seconds the user has to answer the desktop.
const ANSWER_SECS: u64 = 60;
const DESKTOP: &str = "org.freedesktop.portal.Desktop";

/// All screens in one picture, as the portal gives them; or what the user chooses in the desktop's own dialog.
pub fn take(interactive: bool, monitor: &Monitor) -> Result<Vec<Capture>, Error> {
    let path = match within(ANSWER_SECS, move || ask(interactive)) {
        Ok(answer) => answer?,
        Err(ProbeProblem::TimedOut(secs)) => return Err(Error::PortalSilent { secs }),
        Err(ProbeProblem::Failed(reason)) => return Err(Error::PortalMissing { reason }),
        Err(ProbeProblem::NotTold) => return Err(Error::PortalDenied),
    };
    let read = std::fs::read(&path);
    // The portal leaves the file to who asked for it.
    std::fs::remove_file(&path).ok();
    monitor.go_on()?;
    let bytes = read.map_err(|source| Error::Read { path, source })?;
    let picture = image::load_from_memory(&bytes).map_err(|error| Error::Picture { reason: error.to_string() })?;
    Ok(vec![encode(picture.to_rgb8())?])
}

fn ask(interactive: bool) -> Result<PathBuf, Error> {
    let missing = |error: zbus::Error| Error::PortalMissing { reason: error.to_string() };
    let connection = Connection::session().map_err(missing)?;
    let sender =
        connection.unique_name().map(|name| name.trim_start_matches(':').replace('.', "_")).unwrap_or_default();
    let token = format!("casefile_{}", fastrand::u32(..));
    // The answer can come before the call returns: listen first, where the portal promises to answer.
    let request = format!("/org/freedesktop/portal/desktop/request/{sender}/{token}");
    let answers = Proxy::new(&connection, DESKTOP, request, "org.freedesktop.portal.Request").map_err(missing)?;
    let mut answers = answers.receive_signal("Response").map_err(missing)?;

    let portal =
        Proxy::new(&connection, DESKTOP, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Screenshot")
            .map_err(missing)?;
    let options = HashMap::from([("handle_token", Value::from(token)), ("interactive", Value::from(interactive))]);
    let _request: OwnedObjectPath = portal.call("Screenshot", &("", options)).map_err(missing)?;

    let answer = answers.next().ok_or(Error::PortalDenied)?;
    let body = answer.body();
    let (code, results): (u32, HashMap<String, OwnedValue>) = body.deserialize().map_err(missing)?;
    let uri = results.get("uri").and_then(|uri| uri.downcast_ref::<String>().ok());
    match uri.as_deref().and_then(local_path) {
        Some(path) if code == 0 => Ok(path),
        _ => Err(Error::PortalDenied),
    }
}

/// The path in a `file://` address with percent escapes.
fn local_path(uri: &str) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    let escaped = uri.strip_prefix("file://")?.as_bytes();
    let mut path = Vec::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some((&byte, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(code) if byte == b'%' => {
                path.push(code);
                rest = after.get(2..)?;
            }
            _ => {
                path.push(byte);
                rest = after;
            }
        }
    }
    let path = Path::new(std::ffi::OsStr::from_bytes(&path));
    path.is_absolute().then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_path() {
        assert_eq!(local_path("file:///home/u/%D0%A1%20%31.png"), Some(PathBuf::from("/home/u/С 1.png")));
        assert_eq!(local_path("file:///a%zz%"), Some(PathBuf::from("/a%zz%")));
        assert_eq!(local_path("https://example.org/a.png"), None);
        assert_eq!(local_path("file://relative"), None);
    }
}
