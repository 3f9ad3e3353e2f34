//! The learned weights (`assets/one_issue/weights.txt`, made by `tests/one_issue/train.py`) and what they say of a report.
//!
//! Tokens and boosted decision trees judge each place; a linear model over the strongest places, the whole, and all words
//! together judges the report. Every number in it can be read in the file.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::places::{Numbers, Place};

/// A node of a tree, its branches behind it: the lower one follows at once.
enum Node {
    Branch { name: u16, upper: u16, most: f32 },
    Leaf(f32),
}

/// Weight of a token at a place and in a whole report.
struct Token {
    place: f32,
    report: f32,
}

/// Everything in the file.
#[derive(Default)]
pub(super) struct Weights {
    token_bias: f32,
    bag_bias: f32,
    report_bias: f32,
    tokens: HashMap<&'static str, Token>,
    report: HashMap<&'static str, f32>,
    /// Columns of the numbers that trees look at.
    names: HashMap<&'static str, u16>,
    trees: Vec<Vec<Node>>,
}

// The file is part of the program; a test keeps it whole.
static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| Weights::parse(include_str!("../../../assets/one_issue/weights.txt")).unwrap_or_default());

/// The weights in use.
pub(super) fn weights() -> &'static Weights {
    &WEIGHTS
}

/// What a place or a report counts for that has none of what is summed up.
const NONE: f32 = -6.0;

/// What the weights say of a report, as logarithms of the odds that there are several matters.
pub(super) struct Judged {
    /// Of the report.
    pub report: f32,
    /// Of each place: that another matter begins there.
    pub places: Vec<f32>,
}

impl Weights {
    fn parse(text: &'static str) -> Option<Self> {
        let mut weights = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (kind, rest) = line.split_once(' ')?;
            let words: Vec<&'static str> = rest.split(' ').collect();
            match (kind, words.as_slice()) {
                ("token-bias", [bias]) => weights.token_bias = bias.parse().ok()?,
                ("bag-bias", [bias]) => weights.bag_bias = bias.parse().ok()?,
                ("report-bias", [bias]) => weights.report_bias = bias.parse().ok()?,
                ("token", [token, place, report]) => {
                    let token_weights = Token { place: place.parse().ok()?, report: report.parse().ok()? };
                    weights.tokens.insert(token, token_weights);
                }
                ("report", [name, weight]) => drop(weights.report.insert(name, weight.parse().ok()?)),
                ("tree", nodes) => {
                    let mut tree = Vec::with_capacity(nodes.len());
                    let mut left = nodes.iter();
                    weights.node(&mut left, &mut tree)?;
                    weights.trees.push(tree);
                }
                _ => return None,
            }
        }
        Some(weights)
    }

    fn node(&mut self, words: &mut std::slice::Iter<&'static str>, tree: &mut Vec<Node>) -> Option<()> {
        let word = words.next()?;
        let Some((name, most)) = word.split_once("<=") else {
            tree.push(Node::Leaf(word.parse().ok()?));
            return Some(());
        };
        let next = u16::try_from(self.names.len()).ok()?;
        let name = *self.names.entry(name).or_insert(next);
        let at = tree.len();
        tree.push(Node::Branch { name, upper: 0, most: most.parse().ok()? });
        self.node(words, tree)?;
        let behind = u16::try_from(tree.len()).ok()?;
        if let Some(Node::Branch { upper, .. }) = tree.get_mut(at) {
            *upper = behind;
        }
        self.node(words, tree)
    }

    /// What the weights say of a report with these places, words of the title and numbers.
    pub(super) fn judge(&self, places: &[Place], title: &[String], whole: &Numbers) -> Judged {
        let scores: Vec<f32> = places.iter().map(|place| self.place(place)).collect();
        let mut report = self.report_bias;
        let mut add = |name: &str, value: f32| report += self.report.get(name).map_or(0.0, |weight| weight * value);
        for (name, value) in whole {
            add(name, *value);
        }
        let best = |of: &dyn Fn(&Place) -> bool| {
            let some = places.iter().zip(&scores).filter(|(place, _)| of(place));
            some.map(|(_, score)| *score)
                .fold(None, |best: Option<f32>, score| Some(best.map_or(score, |best| best.max(score))))
        };
        let is_step = |place: &Place| place.field.starts_with("steps");
        add("top_step", best(&is_step).unwrap_or(NONE));
        add("top_told", best(&|place| !is_step(place)).unwrap_or(NONE));
        let mut sorted = scores.clone();
        sorted.sort_by(|a, b| b.total_cmp(a));
        for (i, name) in ["top1", "top2", "top3"].into_iter().enumerate() {
            add(name, sorted.get(i).copied().unwrap_or(NONE));
        }
        let chances = scores.iter().map(|score| chance(*score));
        add("sum", chances.clone().sum());
        add("any", (0.001 + 1.0 - chances.map(|chance| 1.0 - chance).product::<f32>()).ln());
        add("bag", self.bag(places, title));
        Judged { report, places: scores }
    }

    fn place(&self, place: &Place) -> f32 {
        let distinct: HashSet<&str> = place.tokens.iter().map(String::as_str).collect();
        let known: f32 = distinct.iter().filter_map(|token| self.tokens.get(token)).map(|token| token.place).sum();
        let tokens = self.token_bias + known / (distinct.len().max(4) as f32).sqrt();
        let mut values = vec![0.0; self.names.len()];
        for (name, value) in place.numbers.iter().copied().chain([("tokens", tokens)]) {
            if let Some(column) = self.names.get(name) {
                values[usize::from(*column)] = value;
            }
        }
        self.trees.iter().map(|tree| leaf(tree, &values)).sum()
    }

    /// What all words together say.
    fn bag(&self, places: &[Place], title: &[String]) -> f32 {
        let all = places.iter().flat_map(|place| &place.tokens).chain(title);
        let distinct: HashSet<&str> = all.map(String::as_str).collect();
        let known: f32 = distinct.iter().filter_map(|token| self.tokens.get(token)).map(|token| token.report).sum();
        self.bag_bias + known / (distinct.len().max(20) as f32).sqrt()
    }
}

fn leaf(tree: &[Node], values: &[f32]) -> f32 {
    let mut at = 0;
    while let Some(Node::Branch { name, most, upper }) = tree.get(at) {
        at = if values[usize::from(*name)] <= *most { at + 1 } else { usize::from(*upper) };
    }
    if let Some(Node::Leaf(value)) = tree.get(at) { *value } else { 0.0 }
}

/// The chance for the logarithm of odds.
pub(super) fn chance(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        let weights = Weights::parse(include_str!("../../../assets/one_issue/weights.txt")).expect("valid");
        assert!(weights.trees.len() > 50 && weights.tokens.len() > 1_000 && weights.report.len() > 20);
        let size = include_str!("../../../assets/one_issue/weights.txt").len();
        assert!(size < 1_000_000, "{size}");
    }

    #[test]
    fn a_tree_is_read_and_climbed() {
        let weights = Weights::parse("tree a<=0.5 b<=2 -1.0 0.5 3.0").expect("valid");
        let column = |name| usize::from(weights.names[name]);
        let value = |a: f32, b: f32| {
            let mut values = vec![0.0; 2];
            (values[column("a")], values[column("b")]) = (a, b);
            leaf(&weights.trees[0], &values)
        };
        let near = |found: f32, told: f32| (found - told).abs() < 1e-6;
        assert!(near(value(0.0, 0.0), -1.0) && near(value(0.0, 3.0), 0.5) && near(value(1.0, 0.0), 3.0));
        assert!(Weights::parse("tree a<=0.5 1.0").is_none(), "cut off");
        assert!(Weights::parse("token x").is_none());
    }
}
