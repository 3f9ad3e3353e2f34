//! An incident with a known private value in every place that an incident has.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use encoding_rs::WINDOWS_1251;
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use image::{ImageFormat, RgbImage};
use zip::write::{FullFileOptions, SimpleFileOptions};

pub const LOGIN: &str = "gretekanari";
pub const NAME: &str = "Grete Kanarienvogel";
pub const NAME_RU: &str = "Грета Канарейкина";
pub const HOST: &str = "kanari-pc7";
pub const NETWORK: &str = "Kanari Heimnetz";
pub const WORD: &str = "Projekt Zeisig";

/// Every planted value.
pub const CANARIES: [&str; 38] = [
    LOGIN,
    NAME,
    NAME_RU,
    HOST,
    NETWORK,
    WORD,
    "zeisig.title@vogel-intern.de",
    "zeisig.field@vogel-intern.de",
    "zeisig.reason@vogel-intern.de",
    "zeisig.caption@vogel-intern.de",
    "zeisig.exif@vogel-intern.de",
    "zeisig.text@vogel-intern.de",
    "zeisig.ztxt@vogel-intern.de",
    "zeisig.itxt@vogel-intern.de",
    "zeisig.icc@vogel-intern.de",
    "zeisig.gif@vogel-intern.de",
    "zeisig.webp@vogel-intern.de",
    "zeisig.comment@vogel-intern.de",
    "zeisig.member@vogel-intern.de",
    "zeisig.extra@vogel-intern.de",
    "zeisig.dump@vogel-intern.de",
    "10.77.4.211",
    "10.77.4.212",
    "+7 916 555-41-77",
    "00:1b:44:7e:3a:b7",
    "Wald!Zeisig7Qx",
    "Moos!Zeisig8Rk",
    "Farn!Zeisig9Ty",
    "Laub!Zeisig2Pw",
    "Ast!Zeisig3Mv",
    "Nest!Zeisig4Hd",
    "Ei!Zeisig5Jc",
    "Korn!Zeisig6Bn",
    "ghp_0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX",
    "AKIAQWERTY2345UIOP67",
    "76561198077412345",
    "4111 1111 1111 1111",
    "C02ZK7QWMD6T",
];

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn wide(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let text = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
    let units = text.encode_utf16();
    if little { units.flat_map(u16::to_le_bytes).collect() } else { units.flat_map(u16::to_be_bytes).collect() }
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    RgbImage::from_fn(24, 16, |x, y| image::Rgb([x as u8 * 9, y as u8 * 11, 90])).write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn chunk(name: &str, data: &[u8]) -> Vec<u8> {
    let body = [name.as_bytes(), data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
}

/// A TIFF block with an artist, as EXIF has it.
fn exif(artist: &str) -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0".to_vec();
    out.extend((artist.len() as u32 + 1).to_le_bytes());
    out.extend([26, 0, 0, 0, 0, 0, 0, 0]);
    out.extend(artist.as_bytes());
    out.push(0);
    out
}

fn png() -> Vec<u8> {
    let mut out = picture(ImageFormat::Png);
    // Behind the header of 8 and the first chunk of 25 bytes.
    let icc = format!("{:128}desc{}", "", "zeisig.icc@vogel-intern.de");
    let more = [
        chunk("iCCP", &[b"zeisig.icc@vogel-intern.de\0\0".to_vec(), zlib(icc.as_bytes())].concat()),
        chunk("tEXt", b"Author\0zeisig.text@vogel-intern.de"),
        chunk("zTXt", &[b"Comment\0\0".to_vec(), zlib(b"zeisig.ztxt@vogel-intern.de")].concat()),
        chunk("iTXt", b"Title\0\0\0\0\0zeisig.itxt@vogel-intern.de"),
        chunk("eXIf", &exif("zeisig.exif@vogel-intern.de")),
    ]
    .concat();
    out.splice(33..33, more);
    out.extend_from_slice(b"zeisig.text@vogel-intern.de behind the end");
    out
}

fn jpeg() -> Vec<u8> {
    let mut out = picture(ImageFormat::Jpeg);
    let segment = |mark: u8, data: &[u8]| [&[0xFF, mark][..], &(data.len() as u16 + 2).to_be_bytes(), data].concat();
    let exif = segment(0xE1, &[b"Exif\0\0".to_vec(), exif("zeisig.exif@vogel-intern.de")].concat());
    let comment = segment(0xFE, b"zeisig.exif@vogel-intern.de");
    out.splice(2..2, [exif, comment].concat());
    out
}

fn gif() -> Vec<u8> {
    let mut out = picture(ImageFormat::Gif);
    let words = b"zeisig.gif@vogel-intern.de";
    let comment = [&[0x21, 0xFE, words.len() as u8][..], words, &[0]].concat();
    let end = out.len() - 1;
    out.splice(end..end, comment);
    out
}

fn webp() -> Vec<u8> {
    let plain = picture(ImageFormat::WebP);
    let chunk = |name: &[u8], data: &[u8]| {
        let pad = vec![0; data.len() % 2];
        [name, &(data.len() as u32).to_le_bytes(), data, &pad].concat()
    };
    let head = chunk(b"VP8X", &[0b1100, 0, 0, 0, 23, 0, 0, 15, 0, 0]);
    let words = b"<x:xmpmeta>zeisig.webp@vogel-intern.de</x:xmpmeta>";
    let meta = [chunk(b"EXIF", &exif("zeisig.webp@vogel-intern.de")), chunk(b"XMP ", words)].concat();
    let body = [b"WEBP".to_vec(), head, plain[12..].to_vec(), meta].concat();
    [b"RIFF".to_vec(), (body.len() as u32).to_le_bytes().to_vec(), body].concat()
}

fn archive() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.set_comment("packed by zeisig.comment@vogel-intern.de").unwrap();
    let mut extra: FullFileOptions = FullFileOptions::default();
    extra.add_extra_field(0x7A7A, b"zeisig.extra@vogel-intern.de", false).unwrap();
    let extra = extra.with_file_comment("zeisig.comment@vogel-intern.de");
    zip.start_file("home/gretekanari/zeisig.member@vogel-intern.de.log", extra).unwrap();
    zip.write_all(b"2031-02-03 04:05:06 INFO login zeisig.member@vogel-intern.de from 10.77.4.212\n").unwrap();
    let plain = SimpleFileOptions::default();
    zip.start_file("wide.txt", plain).unwrap();
    zip.write_all(&wide("Projekt Zeisig\r\npassword=Nest!Zeisig4Hd\r\n", true, true)).unwrap();
    zip.start_file("shot.png", plain).unwrap();
    zip.write_all(&png()).unwrap();
    zip.start_file("memory.dmp", plain).unwrap();
    zip.write_all(b"MDMP\x93\xa7\0\0\0\0 zeisig.dump@vogel-intern.de gretekanari").unwrap();
    zip.finish().unwrap().into_inner()
}

fn tar_gz() -> Vec<u8> {
    let mut tar = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    let content = b"2031-02-03 04:05:06 INFO host kanari-pc7 user gretekanari\npassword=Ei!Zeisig5Jc\n";
    let mut header = tar::Header::new_ustar();
    header.set_size(content.len() as u64);
    header.set_mode(0o644);
    header.set_username("gretekanari").unwrap();
    header.set_cksum();
    tar.append_data(&mut header, "gretekanari/run.log", &content[..]).unwrap();
    tar.into_inner().unwrap().finish().unwrap()
}

fn gz(text: &str) -> Vec<u8> {
    let mut out = flate2::GzBuilder::new()
        .filename("gretekanari.log")
        .comment("zeisig.comment@vogel-intern.de")
        .write(Vec::new(), Compression::default());
    out.write_all(text.as_bytes()).unwrap();
    out.finish().unwrap()
}

fn log(lines: &[&str]) -> String {
    lines.iter().enumerate().map(|(i, line)| format!("2031-02-03 04:05:{i:02} INFO {line}\n")).collect()
}

/// Writes the incident with its files into `folder`; gives the path of the incident file.
pub fn plant(folder: &Path) -> std::path::PathBuf {
    let told = log(&[
        "open C:\\\\Users\\\\gretekanari\\\\AppData\\\\x.log on kanari-pc7",
        "wifi Kanari Heimnetz, mac 00:1b:44:7e:3a:b7, client 10.77.4.211",
        "password=Wald!Zeisig7Qx token ghp_0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX",
        "Serial Number: C02ZK7QWMD6T, steam id 76561198077412345, card 4111 1111 1111 1111",
        "retry with Wald!Zeisig7Qx as GreteKanari",
    ]);
    let encoded = [
        "POST https://api.vogel-intern.de/login?user=gretekanari&password=Laub%21Zeisig2Pw&mail=zeisig.field%40vogel-intern.de",
        // gretekanari:Korn!Zeisig6Bn
        "Authorization: Basic Z3JldGVrYW5hcmk6S29ybiFaZWlzaWc2Qm4=",
        r#"{"user": "gretekanari", "password": "Ast!Zeisig3Mv", "path": "C:\\Users\\gretekanari\\x"}"#,
        r#"{"body": "{\"email\": \"zeisig.title@vogel-intern.de\", \"key\": \"AKIAQWERTY2345UIOP67\", \"n\": 76561198077412345}"}"#,
        r#"{"name": "\u0413\u0440\u0435\u0442\u0430 \u041a\u0430\u043d\u0430\u0440\u0435\u0439\u043a\u0438\u043d\u0430"}"#,
        "GET /%D0%93%D1%80%D0%B5%D1%82%D0%B0%20%D0%9A%D0%B0%D0%BD%D0%B0%D1%80%D0%B5%D0%B9%D0%BA%D0%B8%D0%BD%D0%B0",
    ];
    write(folder, "gretekanari/app.log", told.as_bytes());
    write(folder, "logs/wide.log", &wide(&told, true, true));
    write(folder, "logs/wide-be.log", &wide(&told.replace("Wald!Zeisig7Qx", "Moos!Zeisig8Rk"), false, true));
    write(folder, "logs/bare.log", &wide(&told.replace("Wald!Zeisig7Qx", "Farn!Zeisig9Ty"), true, false));
    write(folder, "logs/bare-be.log", &wide(&told, false, false));
    let russian = log(&["Пользователь: Грета Канарейкина, телефон +7 916 555-41-77", "Готово, Projekt Zeisig"]);
    write(folder, "logs/old.log", &WINDOWS_1251.encode(&russian.repeat(20)).0);
    write(folder, "logs/packed.log.gz", &gz(&told));
    write(folder, "logs/encoded.log", log(&encoded).as_bytes());
    write(folder, "logs/gretekanari Projekt Zeisig 10.77.4.211.log", log(&["nothing"]).as_bytes());
    let page = "<!DOCTYPE html>\n<html><title>gretekanari</title><a href=\"mailto:zeisig.title@vogel-intern.de\">Grete \
        Kanarienvogel</a>\n<!-- Projekt&nbsp;Zeisig Projekt Zeisig --><input name=\"password\" value=\"Ast!Zeisig3Mv\"></html>\n";
    write(folder, "files/page.html", page.as_bytes());
    let settings = "<?xml version=\"1.0\"?>\n<settings><user login=\"gretekanari\" password=\"Ast!Zeisig3Mv\"/>\n\
        <add key=\"Password\" value=\"Laub!Zeisig2Pw\"/><host>kanari-pc7</host></settings>\n";
    write(folder, "files/settings.xml", settings.as_bytes());
    let crash = r#"{"app_name":"Vogel","timestamp":"2031-02-03 04:05:06.00 +0100","app_version":"1.2","bug_type":"309"}
{
  "uptime" : 130, "procName" : "Vogel", "procPath" : "\/Users\/gretekanari\/Vogel.app", "userID" : 501,
  "modelCode" : "Mac14,2", "crashReporterKey" : "0F3A1C77-55AA-4B1C-9D2E-7A6B5C4D3E2F", "serialNumber" : "C02ZK7QWMD6T",
  "exception" : {"type":"EXC_BAD_ACCESS","signal":"SIGSEGV"}, "faultingThread" : 0,
  "threads" : [{"triggered":true,"id":7,"frames":[{"imageOffset":16,"symbol":"main","imageIndex":0}]}],
  "usedImages" : [{"source":"P","base":4294967296,"size":4096,"uuid":"11111111-2222-3333-4444-555555555555","path":"\/Users\/gretekanari\/Vogel.app\/Vogel","name":"Vogel"}]
}
"#;
    write(folder, "crashes/Vogel-gretekanari.ips", crash.as_bytes());
    write(folder, "pictures/shot.png", &png());
    write(folder, "pictures/photo.jpg", &jpeg());
    write(folder, "pictures/anim.gif", &gif());
    write(folder, "pictures/photo.webp", &webp());
    write(folder, "files/all.zip", &archive());
    write(folder, "files/home.tar.gz", &tar_gz());
    write(folder, "files/memory.dmp", b"MDMP\x93\xa7\0\0\0\0 zeisig.dump@vogel-intern.de gretekanari Projekt Zeisig");
    write(folder, "files/state.bin", b"\x01\x02\0\0\xff\xfezeisig.dump@vogel-intern.de\0\0\x03\x04\x80\x81");
    write(folder, "incident.toml", incident().as_bytes());
    folder.join("incident.toml")
}

fn incident() -> String {
    let mut text = r#"format = 1
destination = "any-support-email"
language = "en"
title = "Crash for gretekanari, mail zeisig.title@vogel-intern.de"
description = """
The program closes when a file of Projekt Zeisig opens. I am Grete Kanarienvogel (Грета Канарейкина), the computer is kanari-pc7
in Kanari Heimnetz. The folder is C:\\Users\\gretekanari\\Documents.
"""
error_text = "0xC0000005 in C:\\Users\\gretekanari\\x.dll, token ghp_0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX"
steps = ["Open /home/gretekanari/Projekt Zeisig/a.txt", "Connect to 10.77.4.211", "The program closes"]
expected = "The file of gretekanari opens, as with password=Wald!Zeisig7Qx"
actual = "It closes; the serial is C02ZK7QWMD6T"
started = "yesterday, after Projekt Zeisig was updated"
frequency = "every-time"
conditions = "Only in Kanari Heimnetz, from 00:1b:44:7e:3a:b7"
tried = ["Called +7 916 555-41-77: no change", "Asked zeisig.title@vogel-intern.de: no answer"]
hide = ["gretekanari", "Grete Kanarienvogel", "Грета Канарейкина", "kanari-pc7", "Kanari Heimnetz", "Projekt Zeisig"]

[contact]
name = "Reader"
email = "reader@example.com"

[fields]
subject = "Crash of gretekanari zeisig.field@vogel-intern.de 4111 1111 1111 1111"
to = "desk@example.com"

[overrides]
"#
    .to_owned();
    for check in [
        "one-issue",
        "right-place",
        "self-help",
        "language",
        "readable",
        "file-types",
        "required-fields",
        "log-covers-time",
    ] {
        text.push_str(&format!("{check} = \"asked by zeisig.reason@vogel-intern.de and gretekanari\"\n"));
    }
    for (path, more) in [
        ("gretekanari/app.log", ""),
        ("logs/wide.log", ""),
        ("logs/wide-be.log", ""),
        ("logs/bare.log", "kind = \"log\""),
        ("logs/bare-be.log", "kind = \"log\""),
        ("logs/old.log", ""),
        ("logs/packed.log.gz", ""),
        ("logs/encoded.log", "tail_lines = 6"),
        ("logs/gretekanari Projekt Zeisig 10.77.4.211.log", ""),
        ("files/page.html", ""),
        ("files/settings.xml", ""),
        ("crashes/Vogel-gretekanari.ips", ""),
        ("pictures/shot.png", "caption = \"Seen by zeisig.caption@vogel-intern.de\"\nstep = 1"),
        ("pictures/photo.jpg", "caption = \"Photo by Grete Kanarienvogel\""),
        ("pictures/anim.gif", "caption = \"Projekt Zeisig\""),
        ("pictures/photo.webp", "caption = \"kanari-pc7\""),
        ("files/all.zip", ""),
        ("files/home.tar.gz", ""),
        ("files/memory.dmp", "send = \"left-out\""),
        ("files/state.bin", "send = \"left-out\""),
    ] {
        text.push_str(&format!("\n[[evidence]]\npath = \"{path}\"\n{more}\n"));
    }
    text
}
