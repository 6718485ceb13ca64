//! A small HTTP server for `dist/`: GET and HEAD of files, right types, no caching, open to any origin.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;
use std::{fs, io, thread};

use crate::build;
use crate::recipe::Project;
use crate::shell::say;

/// No request of ours has a longer head; more is cut off.
const HEAD_BYTES: u64 = 16 * 1024;

/// Builds, then serves until stopped.
pub(crate) fn run(project: &Project, port: u16) -> Result<(), String> {
    let listener = listen(port)?; // before building, so that a taken port is told at once
    build::run(project)?;
    let address = address(&listener)?;
    say(&format!("serving dist/ at {address} and its examples at {address}examples/ (Ctrl-C stops)"));
    accept(&listener, &project.path("dist"));
    Ok(())
}

/// Serves `dist/` from a thread, on a free port, for as long as xtask runs. Returns the address.
pub(crate) fn in_background(project: &Project) -> Result<String, String> {
    folder_in_background(project.path("dist"))
}

/// The same for any folder.
pub(crate) fn folder_in_background(folder: PathBuf) -> Result<String, String> {
    let listener = listen(0)?;
    let address = address(&listener)?;
    thread::spawn(move || accept(&listener, &folder));
    Ok(address)
}

fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|e| match e.kind() {
        io::ErrorKind::AddrInUse => {
            format!(
                "port {port} is taken; choose another: cargo xtask serve --port {}",
                port.saturating_add(1)
            )
        }
        _ => format!("port {port} cannot be opened: {e}"),
    })
}

fn address(listener: &TcpListener) -> Result<String, String> {
    let address = listener.local_addr().map_err(|e| format!("the server has no address: {e}"))?;
    Ok(format!("http://localhost:{}/", address.port()))
}

fn accept(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_path_buf();
        // A reader who goes away in the middle is no failure of the server.
        thread::spawn(move || answer(stream, &folder).ok());
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new((&stream).take(HEAD_BYTES)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head is read so that closing does not reset the connection.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    drop(lines);
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match (method, file_for(folder, target)) {
        ("GET" | "HEAD", Some(path)) => match fs::read(&path) {
            Ok(body) => ("200 OK", media_type(&path), body),
            Err(_) => ("404 Not Found", media_type(Path::new("x.txt")), b"No such file.\n".to_vec()),
        },
        ("GET" | "HEAD", None) => {
            ("400 Bad Request", media_type(Path::new("x.txt")), b"No such path.\n".to_vec())
        }
        _ => ("405 Method Not Allowed", media_type(Path::new("x.txt")), b"GET and HEAD only.\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Access-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that a request's target names; `None` for a target that leaves the folder or is not plain.
fn file_for(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let relative = Path::new(path);
    // File names in dist/ need no %-escapes, so none are decoded.
    if path.contains(['%', '\\']) || !relative.components().all(|c| matches!(c, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(relative);
    Some(if path.is_empty() || path.ends_with('/') { file.join("index.html") } else { file })
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "zip" => "application/zip",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_below_the_folder_are_named() {
        let file = |target| file_for(Path::new("dist"), target);
        assert_eq!(file("/"), Some("dist/index.html".into()));
        assert_eq!(file("/frame.html?lang=en#event=a"), Some("dist/frame.html".into()));
        assert_eq!(file("/examples/"), Some("dist/examples/index.html".into()));
        for outside in ["/../Cargo.toml", "//etc/passwd", "/a/../../b", "/%2e%2e/b", "index.html", ""] {
            assert_eq!(file(outside), None, "{outside}");
        }
    }

    #[test]
    fn a_file_is_served_with_its_type() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let listener = listen(0).unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || accept(&listener, &folder));
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let found = ask("GET /serve.rs");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/plain"), "{found}");
        assert!(
            found.contains("Access-Control-Allow-Origin: *") && found.contains("Cache-Control: no-cache")
        );
        assert!(found.contains("//! A small HTTP server"));
        assert!(ask("HEAD /serve.rs").ends_with("\r\n\r\n"));
        assert!(ask("GET /none.rs").starts_with("HTTP/1.1 404"));
        assert!(ask("POST /serve.rs").starts_with("HTTP/1.1 405"));
    }

    #[test]
    fn a_taken_port_is_told_with_the_next_one() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(port).unwrap_err();
        let next = port.saturating_add(1);
        assert_eq!(error, format!("port {port} is taken; choose another: cargo xtask serve --port {next}"));
    }

    #[test]
    fn what_browsers_insist_on_has_its_type() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
        assert!(media_type(Path::new("define.js")).starts_with("text/javascript"));
    }
}
