//! Chance that is the same on every machine and every run, for resampling: SplitMix64 (Steele, Lea and Flood, “Fast
//! splittable pseudorandom number generators”, OOPSLA 2014). Not for secrets.

/// A stream of numbers decided by its seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Random(u64);

impl Random {
    /// The stream of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A position below `count`: the upper half of the bits, scaled. 0 if there is none.
    pub fn below(&mut self, count: usize) -> usize {
        // Both factors have at most 32 bits, so nothing overflows and the result is below `count`.
        (((self.bits() >> 32) * (count as u64 & 0xFFFF_FFFF)) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_published_stream() {
        // From seed 1234567, as in the reference implementation's test vectors.
        let mut random = Random::new(1_234_567);
        let found = [random.bits(), random.bits(), random.bits()];
        assert_eq!(found, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn positions_are_below_their_count_and_all_come() {
        let mut random = Random::new(1);
        let mut seen = [0; 5];
        for _ in 0..5_000 {
            seen[random.below(5)] += 1;
        }
        assert!(seen.iter().all(|n| (900..1_100).contains(n)), "{seen:?}");
        assert_eq!(random.below(0), 0);
    }
}
