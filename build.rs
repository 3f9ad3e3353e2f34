//! Says which folders are built in, so that a new file is seen. On Windows, the icon, the manifest and the version go into the program.

fn main() {
    for folder in ["bundle", "profiles", "redaction", "text"] {
        println!("cargo::rerun-if-changed=assets/{folder}");
    }
    println!("cargo::rerun-if-changed=assets/app");
    println!("cargo::rerun-if-changed=assets/icons/casefile.ico");
    #[cfg(windows)]
    resources();
}

#[cfg(windows)]
fn resources() {
    let mut resource = winresource::WindowsResource::new();
    resource.set_icon("assets/icons/casefile.ico");
    resource.set_manifest_file("assets/app/casefile.exe.manifest");
    resource.set("ProductName", "Casefile");
    resource.set("FileDescription", "Casefile");
    resource.set("LegalCopyright", "MIT OR Apache-2.0");
    if let Err(error) = resource.compile() {
        println!("cargo::warning=the program has no icon and no manifest: {error}");
    }
}
