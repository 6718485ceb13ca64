//! Driving browsers: the flags Chromium needs, wasm-bindgen's driver settings, and the Node scripts of tests/browser.

use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use crate::install::{self, Browser};
use crate::recipe::{write, Project};
use crate::shell::program;
use crate::{serve, wasm};

/// Headless, quiet on the network, and within a container's small shared memory.
const FLAGS: [&str; 8] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// The flags for this user: Chromium's sandbox refuses to run as root.
fn flags(project: &Project) -> Vec<&'static str> {
    let mut flags = FLAGS.to_vec();
    if install::is_root(project) {
        flags.push("--no-sandbox");
    }
    flags
}

/// The command that runs `tests/web.rs` in the browser.
pub(crate) fn wasm_tests(project: &Project) -> Result<Command, String> {
    let browser = install::browser(project)?;
    let settings = driver_settings(project, &browser)?;
    let mut command = wasm::wasm_pack(project)?;
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    command.args(["test", "--headless", "--chrome", "--chromedriver"]).arg(&browser.driver);
    command.args(["--", "--locked", "--features", "reader,panel"]);
    command.args(["--test", "web", "--test", "web_explore", "--test", "web_reader", "--test", "web_panel"]);
    Ok(command)
}

fn driver_settings(project: &Project, browser: &Browser) -> Result<PathBuf, String> {
    let path = project.path(".tools/webdriver.json");
    let options = json!({ "goog:chromeOptions": { "binary": browser.chromium, "args": flags(project) } });
    write(&path, options.to_string())?;
    Ok(path)
}

/// The command that runs a script of `tests/browser` against `dist/`, which a thread of xtask serves meanwhile.
pub(crate) fn script(project: &Project, name: &str) -> Result<Command, String> {
    node(project, &format!("tests/browser/{name}"), &serve::in_background(project)?)
}

/// The command that runs a Node script which drives Chromium, its first argument an address.
pub(crate) fn node(project: &Project, script: &str, address: &str) -> Result<Command, String> {
    let mut node = driven(project, script)?;
    node.arg(address);
    Ok(node)
}

/// The command that runs a script of `tests/browser` which serves `dist/` itself, beside pages of hosts.
pub(crate) fn script_with_hosts(project: &Project, name: &str) -> Result<Command, String> {
    let mut node = driven(project, &format!("tests/browser/{name}"))?;
    node.env("FIREFOX", install::firefox(project)?);
    Ok(node)
}

/// The command that runs a script of `tests/browser` which drives WebKit too.
pub(crate) fn script_with_webkit(project: &Project, name: &str) -> Result<Command, String> {
    let mut node = script_with_hosts(project, name)?;
    let webkit = install::webkit(project)?;
    node.env("WEBKIT_DRIVER", webkit.driver).env("WEBKIT_BROWSER", webkit.browser);
    Ok(node)
}

fn driven(project: &Project, script: &str) -> Result<Command, String> {
    install::npm_packages(project)?;
    let browser = install::browser(project)?;
    let mut node = program(project, "node");
    node.arg(script);
    node.env("CHROMIUM", browser.chromium).env("CHROMIUM_FLAGS", flags(project).join(" "));
    Ok(node)
}
