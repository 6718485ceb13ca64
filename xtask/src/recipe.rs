//! The project's root and its recipe, `wasm-pack.toml`: pinned tool versions, targets, byte budgets.

use std::path::{Path, PathBuf};
use std::{env, fs};

use toml::{Table, Value};

/// Where the project lies and how it is built.
pub(crate) struct Project {
    /// The folder that holds `Cargo.toml` and `wasm-pack.toml`.
    pub(crate) root: PathBuf,
    /// Whether a missing tool may be installed; otherwise its absence is an error that names the command.
    pub(crate) may_install: bool,
    recipe: Table,
}

impl Project {
    /// Finds the root (xtask's parent folder as cargo gives it, else the working folder) and reads the recipe.
    pub(crate) fn open(may_install: bool) -> Result<Project, String> {
        let root = match env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) {
            Some(xtask) => xtask
                .parent()
                .map(Path::to_path_buf)
                .ok_or("xtask has no parent folder; start it as cargo xtask within the project")?,
            None => env::current_dir().map_err(|e| format!("the working folder cannot be read: {e}"))?,
        };
        let recipe = toml::from_str(&read(&root.join("wasm-pack.toml"))?)
            .map_err(|e| format!("wasm-pack.toml is not TOML: {e}"))?;
        Ok(Project { root, may_install, recipe })
    }

    /// A path under the root.
    pub(crate) fn path(&self, under: &str) -> PathBuf {
        self.root.join(under)
    }

    /// A string of the recipe, e.g. `("tools", "wasm-pack")`.
    pub(crate) fn text(&self, section: &str, key: &str) -> Result<&str, String> {
        self.value(section, key)?.as_str().ok_or_else(|| wrong(section, key, "a string"))
    }

    /// A byte count of the recipe.
    pub(crate) fn bytes(&self, section: &str, key: &str) -> Result<usize, String> {
        let count = self.value(section, key)?.as_integer().and_then(|n| usize::try_from(n).ok());
        count.ok_or_else(|| wrong(section, key, "a number of bytes"))
    }

    /// A list of strings of the recipe.
    pub(crate) fn list(&self, section: &str, key: &str) -> Result<Vec<&str>, String> {
        let items = self.value(section, key)?.as_array().ok_or_else(|| wrong(section, key, "a list"))?;
        items.iter().map(|v| v.as_str().ok_or_else(|| wrong(section, key, "a list of strings"))).collect()
    }

    fn value(&self, section: &str, key: &str) -> Result<&Value, String> {
        self.recipe
            .get(section)
            .and_then(|s| s.get(key))
            .ok_or_else(|| format!("wasm-pack.toml lacks `{key}` in [{section}]"))
    }
}

fn wrong(section: &str, key: &str, wanted: &str) -> String {
    format!("wasm-pack.toml: `{key}` in [{section}] must be {wanted}")
}

/// The text of a file, or a sentence that names it.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))
}

/// Writes a file, or says in a sentence why not.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    }
    fs::write(path, content).map_err(|e| format!("{} cannot be written: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> Project {
        Project::open(false).unwrap()
    }

    #[test]
    fn npm_versions_agree_with_package_json() {
        let project = project();
        let package: serde_json::Value =
            serde_json::from_str(&read(&project.path("package.json")).unwrap()).unwrap();
        let pinned = project.recipe.get("npm").and_then(Value::as_table).unwrap();
        let wanted = package["devDependencies"].as_object().unwrap();
        assert_eq!(pinned.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
        for (name, version) in pinned {
            assert_eq!(version.as_str(), wanted[name].as_str(), "{name} in wasm-pack.toml and package.json");
        }
    }

    #[test]
    fn lock_file_names_no_host() {
        let lock = read(&project().path("package-lock.json")).unwrap();
        assert!(
            !lock.contains("\"resolved\""),
            "write it anew: npm install --package-lock-only --omit-lockfile-registry-resolved"
        );
    }

    #[test]
    fn cargo_leaves_wasm_opt_to_the_recipe() {
        let project = project();
        let cargo: Table = toml::from_str(&read(&project.path("Cargo.toml")).unwrap()).unwrap();
        let profile = project.text("build", "profile").unwrap();
        let settings = &cargo["package"]["metadata"]["wasm-pack"]["profile"][profile];
        assert_eq!(settings["wasm-opt"].as_bool(), Some(false));
        assert_eq!(
            cargo["package"]["name"].as_str().unwrap().replace('-', "_"),
            project.text("build", "out-name").unwrap()
        );
    }

    #[test]
    fn each_mistake_in_the_recipe_names_section_and_key() {
        let mut project = project();
        project.recipe = toml::from_str("[a]\nnumber = 1\ntext = 'b'\nmixed = ['b', 1]").unwrap();
        let wrong = |key: &str, wanted: &str| format!("wasm-pack.toml: `{key}` in [a] must be {wanted}");
        assert_eq!(project.text("a", "number").unwrap_err(), wrong("number", "a string"));
        assert_eq!(project.bytes("a", "text").unwrap_err(), wrong("text", "a number of bytes"));
        assert_eq!(project.list("a", "text").unwrap_err(), wrong("text", "a list"));
        assert_eq!(project.list("a", "mixed").unwrap_err(), wrong("mixed", "a list of strings"));
    }

    #[test]
    fn files_that_cannot_be_used_are_named() {
        let file = project().path("Cargo.toml");
        let below = file.join("below");
        assert!(read(&below).unwrap_err().contains("Cargo.toml/below cannot be read: "));
        assert!(write(&below, "").unwrap_err().contains("Cargo.toml cannot be made: "));
        let folder = project().path("xtask");
        assert!(write(&folder, "").unwrap_err().contains("xtask cannot be written: "));
    }

    #[test]
    fn budgets_are_ordered() {
        let project = project();
        let aim = project.bytes("budgets", "startup-brotli-aim").unwrap();
        assert!(aim <= project.bytes("budgets", "startup-brotli").unwrap());
        assert!(project.text("tools", "nothing").unwrap_err().contains("lacks `nothing`"));
    }
}
