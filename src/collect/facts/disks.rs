//! Real volumes: size, free space, kind of drive.

use std::collections::BTreeMap;

use sysinfo::Disks;

use crate::model::{Disk, DiskKind};

/// The volumes a person would name, by mount point; nothing that lives in memory or inside another file.
pub fn disks() -> Vec<Disk> {
    let Ok(disks) = Disks::new_with_refreshed_list() else { return Vec::new() };
    let mut volumes: BTreeMap<(String, u64), Disk> = BTreeMap::new();
    for disk in &disks {
        let device = disk.name().to_string_lossy().into_owned();
        let mount = disk.mount_point().to_string_lossy().into_owned();
        if disk.total_space() == 0 || !is_real(&device, &disk.file_system().to_string_lossy(), &mount) {
            continue;
        }
        let kind = match disk.kind() {
            sysinfo::DiskKind::SSD => Some(DiskKind::Ssd),
            sysinfo::DiskKind::HDD => Some(DiskKind::Hdd),
            sysinfo::DiskKind::Unknown(_) => None,
        };
        let volume = Disk { mount, total_bytes: disk.total_space(), free_bytes: disk.available_space(), kind };
        // The same volume can be mounted many times; the shortest place is the one people know.
        let known =
            volumes.entry((volume_id(&device, &volume.mount), volume.total_bytes)).or_insert_with(|| volume.clone());
        if (volume.mount.len(), &volume.mount) < (known.mount.len(), &known.mount) {
            *known = volume;
        }
    }
    let mut volumes: Vec<Disk> = volumes.into_values().collect();
    volumes.sort_by(|a, b| a.mount.cmp(&b.mount));
    volumes
}

/// What makes two mounts one volume: the device on systems where it has a name of its own, else the mount.
fn volume_id(device: &str, mount: &str) -> String {
    if cfg!(target_os = "linux") && !device.is_empty() { device.to_owned() } else { mount.to_owned() }
}

fn is_real(device: &str, file_system: &str, mount: &str) -> bool {
    const NO_DRIVE: [&str; 12] = [
        "overlay",
        "tmpfs",
        "devtmpfs",
        "squashfs",
        "ramfs",
        "autofs",
        "proc",
        "sysfs",
        "cgroup",
        "fuse.portal",
        "iso9660",
        "nullfs",
    ];
    const HIDDEN: [&str; 6] = ["/snap/", "/var/lib/docker/", "/run/", "/boot", "/System/Volumes/", "/private/var/"];
    let in_file = ["/dev/loop", "/dev/ram", "/dev/zram"].iter().any(|prefix| device.starts_with(prefix));
    let linux_device =
        !cfg!(target_os = "linux") || device.starts_with("/dev/") || device.contains(':') || file_system == "zfs";
    let shown = mount.starts_with("/run/media/") || !HIDDEN.iter().any(|prefix| mount.starts_with(prefix));
    linux_device && shown && !in_file && !NO_DRIVE.contains(&file_system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn virtual_volumes_are_left_out() {
        assert!(is_real("/dev/nvme0n1p2", "ext4", "/"));
        assert!(is_real("/dev/sdb1", "exfat", "/run/media/user/STICK"));
        assert!(!is_real("/dev/loop3", "squashfs", "/snap/core/1"));
        assert!(!is_real("/dev/loop3", "ext4", "/mnt/image"));
        assert!(!is_real("tmpfs", "tmpfs", "/tmp"));
        assert!(!is_real("overlay", "overlay", "/"));
        assert!(!is_real("/dev/sda1", "vfat", "/boot/efi"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_plain_name_is_no_device() {
        assert!(!is_real("something", "9p", "/mnt/x"));
        assert!(is_real("server.example:/export", "nfs4", "/mnt/share"));
    }
}
