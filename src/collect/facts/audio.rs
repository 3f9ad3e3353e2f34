//! Devices that play sound.

/// Their names, each once.
pub fn devices() -> Vec<String> {
    let mut names = told();
    names.retain(|name| !name.trim().is_empty());
    names.dedup();
    names
}

#[cfg(target_os = "linux")]
fn told() -> Vec<String> {
    cards(&std::fs::read_to_string("/proc/asound/cards").unwrap_or_default())
}

/// ` 0 [PCH            ]: HDA-Intel - HDA Intel PCH`, then a line with its address.
#[cfg(any(target_os = "linux", test))]
fn cards(text: &str) -> Vec<String> {
    let heads = text.lines().filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    heads.filter_map(|line| Some(line.split_once("]:")?.1.split_once(" - ")?.1.trim().to_owned())).collect()
}

/// Active devices in the registry: `Realtek(R) Audio (Speakers)`.
#[cfg(windows)]
fn told() -> Vec<String> {
    const RENDER: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\MMDevices\Audio\Render";
    const ADAPTER: &str = "{b3f8fa53-0004-438e-9003-51a46e139bfc},6";
    const KIND: &str = "{a45c254e-df1c-4efd-8020-67d146a850e0},2";
    const ACTIVE: u32 = 1;
    let Ok(render) = winreg::HKLM.open_subkey(RENDER) else { return Vec::new() };
    let mut names: Vec<String> = Vec::new();
    for id in render.enum_keys().flatten() {
        let Ok(device) = render.open_subkey(&id) else { continue };
        if device.get_value::<u32, _>("DeviceState").ok() != Some(ACTIVE) {
            continue;
        }
        let Ok(about) = device.open_subkey("Properties") else { continue };
        let text = |name| super::registry::text(&about, name);
        match (text(ADAPTER), text(KIND)) {
            (Some(adapter), Some(kind)) => names.push(format!("{adapter} ({kind})")),
            (Some(one), None) | (None, Some(one)) => names.push(one),
            (None, None) => {}
        }
    }
    names.sort();
    names
}

#[cfg(target_os = "macos")]
fn told() -> Vec<String> {
    const ARGS: [&str; 4] = ["SPAudioDataType", "-json", "-detailLevel", "mini"];
    let answer = crate::collect::probe::child("/usr/sbin/system_profiler", &ARGS, 8).unwrap_or_default();
    profiler(&serde_json::from_slice(&answer).unwrap_or_default())
}

/// Devices with outputs. A wireless one often bears its owner's name: it is only said to be one.
#[cfg(any(target_os = "macos", test))]
fn profiler(answer: &serde_json::Value) -> Vec<String> {
    let groups = answer.get("SPAudioDataType").and_then(|groups| groups.as_array());
    let items = groups.into_iter().flatten().filter_map(|group| group.get("_items")?.as_array()).flatten();
    items
        .filter(|item| item.get("coreaudio_device_output").is_some())
        .filter_map(|item| {
            let transport = item.get("coreaudio_device_transport").and_then(|value| value.as_str()).unwrap_or_default();
            let name = item.get("_name")?.as_str()?;
            Some(if transport.contains("bluetooth") { "Bluetooth" } else { name }.to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_read() {
        let text = " 0 [PCH            ]: HDA-Intel - HDA Example PCH\n                      HDA Example PCH at 0xf7 irq 33\n 1 [Headset        ]: USB-Audio - Example Headset\n                      Example at usb-1\n";
        assert_eq!(cards(text), ["HDA Example PCH", "Example Headset"]);
        assert!(cards("--- no soundcards ---\n").is_empty());
    }

    #[test]
    fn wireless_devices_are_not_named() {
        let answer = serde_json::json!({"SPAudioDataType": [{"_items": [
            {"_name": "Example Speakers", "coreaudio_device_output": 2, "coreaudio_device_transport": "coreaudio_device_type_builtin"},
            {"_name": "Somebody's Pods", "coreaudio_device_output": 2, "coreaudio_device_transport": "coreaudio_device_type_bluetooth"},
            {"_name": "Microphone", "coreaudio_device_input": 1},
        ]}]});
        assert_eq!(profiler(&answer), ["Example Speakers", "Bluetooth"]);
    }
}
