//! The machine that was measured on, and how busy it was before: figures mean little without.

use std::fs;
use std::path::Path;

/// From this much work for each core on, figures tell of other work too.
const MUCH_LOAD: f64 = 0.25;

/// The machine as it was at one moment.
pub(super) struct Machine {
    model: String,
    cores: usize,
    has_graphics: bool,
    /// Processes that wanted to run, on average of the last minute; Linux alone tells.
    load: Option<f64>,
}

impl Machine {
    pub(super) fn now() -> Machine {
        let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
        Machine {
            model: model.map_or("a CPU that does not tell its name", |(_, name)| name.trim()).to_owned(),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            has_graphics: Path::new("/dev/dri").exists(),
            load: fs::read_to_string("/proc/loadavg").ok().and_then(|text| first_number(&text)),
        }
    }

    pub(super) fn name(&self) -> String {
        let graphics = if self.has_graphics {
            "a graphics card, which headless Chromium does not use"
        } else {
            "no graphics card"
        };
        format!("{} × {}, {graphics}; median / p95", self.cores, self.model)
    }

    /// The load before, and a warning where it was much.
    pub(super) fn load(&self) -> String {
        match self.load {
            None => "load unknown".to_owned(),
            Some(load) if load > MUCH_LOAD * self.cores as f64 => {
                format!("measured under other work: load {load:.2} before")
            }
            Some(load) => format!("load {load:.2} before"),
        }
    }
}

fn first_number(text: &str) -> Option<f64> {
    text.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_load_is_marked() {
        let machine = |load| Machine { model: String::new(), cores: 2, has_graphics: false, load };
        assert_eq!(machine(first_number("0.31 1.2 0.9 1/200 77")).load(), "load 0.31 before");
        assert!(machine(Some(0.51)).load().contains("under other work"));
        assert_eq!(machine(None).load(), "load unknown");
    }
}
