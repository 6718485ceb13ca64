//! Runs inputs one after the other in a thread of its own, and watches its time, its memory and its panics.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{channel, Receiver, RecvTimeoutError, Sender};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use crate::fixture::Texts;
use crate::judge::judge;
use crate::{now, MEMORY};

/// A browser has about this much for the wasm.
const STACK_BYTES: usize = 1 << 20;
/// What one input may take besides itself.
const MOST_BYTES: usize = 200_000_000;
/// Here the run is broken off, before the machine has no memory left.
const FAR_TOO_MANY_BYTES: usize = 1_000_000_000;
/// No input may take longer, on a machine that has other work too.
const MOST_SECONDS: u64 = 60;

/// The thread's name: its panics are kept and not printed.
const NAME: &str = "reader";
/// Where and why the last panic was.
static PANIC: Mutex<String> = Mutex::new(String::new());

/// How an input ended.
pub(crate) enum Ended {
    /// As it should.
    Well { accepted: bool, took: Duration, bytes: usize },
    /// With a fault. The last, if the thread did not come back.
    Fault { what: String, last: bool },
}

/// The thread, and the ways to it.
pub(crate) struct Worker {
    inputs: Sender<Texts>,
    verdicts: Receiver<Result<bool, String>>,
}

impl Worker {
    /// Starts the thread. With `plant` it panics on inputs that hold this text.
    pub(crate) fn start(plant: Option<String>) -> Worker {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(NAME) {
                return before(panic);
            }
            let payload = panic.payload();
            let said = payload.downcast_ref::<&str>().copied();
            let said =
                said.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words");
            let at = panic.location().map(ToString::to_string).unwrap_or_default();
            if let Ok(mut last) = PANIC.lock() {
                *last = format!("panic at {at}: {said}");
            }
        }));
        let (inputs, to_do) = channel::<Texts>();
        let (done, verdicts) = channel();
        let run = move || {
            for texts in to_do {
                let verdict = panic::catch_unwind(AssertUnwindSafe(|| {
                    plant.as_deref().into_iter().for_each(|plant| planted(&texts, plant));
                    judge(&texts)
                }));
                drop(texts);
                let verdict = verdict
                    .unwrap_or_else(|_| Err(PANIC.lock().map(|last| last.clone()).unwrap_or_default()));
                if done.send(verdict).is_err() {
                    return;
                }
            }
        };
        if let Err(error) = thread::Builder::new().name(NAME.into()).stack_size(STACK_BYTES).spawn(run) {
            eprintln!("error: the fuzzer has no thread: {error}");
        }
        Worker { inputs, verdicts }
    }

    /// Runs one input.
    pub(crate) fn run(&mut self, texts: &Texts) -> Ended {
        let texts = texts.clone();
        let (before, start) = (MEMORY.current_usage(), now());
        MEMORY.reset_peak_usage();
        let taken = || MEMORY.peak_usage().saturating_sub(before);
        let last = |what: String| Ended::Fault { what, last: true };
        if self.inputs.send(texts).is_err() {
            return last("the thread is gone".into());
        }
        loop {
            let verdict = self.verdicts.recv_timeout(Duration::from_millis(20));
            let (took, bytes) = (start.elapsed(), taken());
            match verdict {
                Ok(Ok(_)) if bytes > MOST_BYTES => {
                    return Ended::Fault { what: format!("memory: {} MB", bytes / 1_000_000), last: false };
                }
                Ok(Ok(accepted)) => return Ended::Well { accepted, took, bytes },
                Ok(Err(what)) => return Ended::Fault { what, last: false },
                Err(RecvTimeoutError::Disconnected) => return last("the thread is gone".into()),
                Err(RecvTimeoutError::Timeout) if bytes > FAR_TOO_MANY_BYTES => {
                    return last(format!("memory: more than {} MB", bytes / 1_000_000));
                }
                Err(RecvTimeoutError::Timeout) if took.as_secs() >= MOST_SECONDS => {
                    return last(format!("time: more than {MOST_SECONDS} s"));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// What two reports of one fault have in common: the place of a panic, or the words before the first colon.
pub(crate) fn kind(fault: &str) -> &str {
    match fault.strip_prefix("panic at ") {
        Some(at) => at.split(": ").next().unwrap_or(at),
        None => fault.split(':').next().unwrap_or(fault),
    }
}

#[expect(clippy::panic, reason = "planted to see it caught")]
fn planted(texts: &Texts, plant: &str) {
    let has = |text: &[u8]| text.windows(plant.len().max(1)).any(|part| part == plant.as_bytes());
    if texts.iter().any(|(_, text)| has(text)) {
        panic!("planted on {plant}");
    }
}

/// Memory is counted of the whole process, so that tests which take much wait for each other.
#[cfg(test)]
pub(crate) static ALONE: Mutex<()> = Mutex::new(());

#[cfg(test)]
mod tests {
    use super::*;

    /// That a fault is seen: without this, a fuzzer that finds nothing says nothing.
    #[test]
    fn a_planted_panic_is_caught_with_its_place() {
        let _alone = ALONE.lock();
        let mut worker = Worker::start(Some("trip".into()));
        let texts = |text: &str| vec![(String::new(), text.as_bytes().to_vec())];
        assert!(matches!(worker.run(&texts("{}")), Ended::Well { accepted: false, .. }));
        let Ended::Fault { what, last: false } = worker.run(&texts("{ \"trip\": 0 }")) else {
            panic!("it was not caught")
        };
        assert!(what.starts_with("panic at ") && what.ends_with("planted on trip"), "{what}");
        assert!(kind(&what).contains("worker.rs"), "{}", kind(&what));
        assert!(matches!(worker.run(&texts("[]")), Ended::Well { accepted: false, .. }), "it goes on");
        let shrunk = crate::shrink::shrink(texts("{ \"some\": [1, 2], \"trip\": 0 }"), &what, &mut worker);
        assert_eq!(shrunk, texts("trip"));
    }
}
