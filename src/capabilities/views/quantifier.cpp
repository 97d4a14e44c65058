// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/quantifier.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace poa::views {
namespace {

void add(Refusal& problems, const char* code, const std::string& word, int least, int most) {
    problems.reasons.push_back(
        Reason{code,
               "bands",
               {{"word", word}, {"least", std::to_string(least)}, {"most", std::to_string(most)}},
               {}});
}

/// Examples put in order of their words: how often each word came with each count.
using Histogram = std::vector<std::vector<int>>;

Histogram histogram_of(const std::vector<std::string>& words, int states,
                       const std::vector<WordExample>& examples) {
    Histogram times(words.size(), std::vector<int>(static_cast<std::size_t>(states) + 1, 0));
    for (const WordExample& example : examples) {
        auto word = std::ranges::find(words, example.word);
        if (word == words.end()) continue;
        const int count = std::clamp(example.count, 0, states);
        ++times[static_cast<std::size_t>(word - words.begin())][static_cast<std::size_t>(count)];
    }
    return times;
}

/// What it costs to give the counts `least` to `most` to one word: examples of other words in it weigh most;
/// how far examples of the word lie outside decides among equals.
struct Cost {
    long wrong = 0, distance = 0;
    auto operator<=>(const Cost&) const = default;
    Cost operator+(const Cost& more) const { return {wrong + more.wrong, distance + more.distance}; }
};

Cost cost_of(const Histogram& times, std::size_t word, int least, int most) {
    Cost cost;
    for (int count = 0; count < static_cast<int>(times[word].size()); ++count) {
        const int here = times[word][static_cast<std::size_t>(count)];
        if (here == 0 || (least <= count && count <= most)) continue;
        cost.wrong += here;
        if (least <= most)
            cost.distance += static_cast<long>(here) * (count < least ? least - count : count - most);
        else
            cost.distance += static_cast<long>(here) * static_cast<long>(times[word].size());
    }
    return cost;
}

/// Where the line between two words is best drawn.
Inseparable best_line(const Histogram& times, const std::vector<std::string>& words, std::size_t more) {
    const std::size_t fewer = more + 1;
    Inseparable line{words[more], words[fewer], 0, std::numeric_limits<int>::max(), 0};
    const int counts = static_cast<int>(times[more].size());
    for (int count = 0; count < counts; ++count)
        line.both +=
            times[more][static_cast<std::size_t>(count)] + times[fewer][static_cast<std::size_t>(count)];
    for (int from = 0; from <= counts; ++from) {
        int wrong = 0;
        for (int count = 0; count < counts; ++count)
            wrong += count < from ? times[more][static_cast<std::size_t>(count)]
                                  : times[fewer][static_cast<std::size_t>(count)];
        if (wrong < line.wrong) {
            line.wrong = wrong;
            line.best_line = from;
        }
    }
    return line;
}

} // namespace

std::string_view name_of(CountBasis basis) {
    return basis == CountBasis::strict ? "strict" : "loose";
}

std::optional<CountBasis> parse_count_basis(std::string_view name) {
    if (name == "strict") return CountBasis::strict;
    if (name == "loose") return CountBasis::loose;
    return std::nullopt;
}

Result<Bands> Bands::of(int version, CountBasis basis, int states, std::vector<Band> bands) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    std::set<std::string_view> words;
    if (bands.empty()) add(problems, "views.band_none", "", 0, states);
    int next = states; // the highest count that no band has taken yet
    for (const Band& band : bands) {
        if (band.word.empty()) add(problems, "views.band_word_empty", band.word, band.least, band.most);
        if (!words.insert(band.word).second)
            add(problems, "views.band_word_twice", band.word, band.least, band.most);
        if (band.least > band.most || band.least < 0) {
            add(problems, "views.band_order", band.word, band.least, band.most);
            continue;
        }
        if (band.most < next) add(problems, "views.band_gap", band.word, band.most + 1, next);
        if (band.most > next) add(problems, "views.band_overlap", band.word, next + 1, band.most);
        next = std::min(next, band.least - 1);
    }
    if (!bands.empty() && next >= 0) add(problems, "views.band_gap", bands.back().word, 0, next);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    Bands made;
    made.version_ = version;
    made.basis_ = basis;
    made.states_ = states;
    made.bands_ = std::move(bands);
    return made;
}

std::string_view Bands::word(int count) const {
    require(!bands_.empty(), "bands that were made by Bands::of");
    count = std::clamp(count, 0, states_);
    for (const Band& band : bands_)
        if (band.least <= count) return band.word;
    return bands_.back().word;
}

const Band* Bands::band(std::string_view word) const {
    auto found = std::ranges::find(bands_, word, &Band::word);
    return found == bands_.end() ? nullptr : &*found;
}

Refitted refit(const std::vector<std::string>& words, int states, const std::vector<WordExample>& examples) {
    require(words.size() >= 2 && states + 1 >= static_cast<int>(words.size()),
            "two words at least, and a State for each but the last");
    const Histogram times = histogram_of(words, states, examples);
    // The last word stands for no State at all, so the others share 1 to `states`. best[w][c]: the cheapest
    // way to give the counts c to `states` to the words before w; from[w][c]: where word w-1 begins there.
    const std::size_t shared = words.size() - 1;
    const auto counts = static_cast<std::size_t>(states) + 2;
    constexpr Cost never{std::numeric_limits<int>::max(), 0};
    std::vector best(shared + 1, std::vector<Cost>(counts, never));
    std::vector from(shared + 1, std::vector<int>(counts, 0));
    best[0][counts - 1] = {};
    for (std::size_t word = 0; word < shared; ++word)
        for (int above = 1; above <= states + 1; ++above) {
            if (best[word][static_cast<std::size_t>(above)] == never) continue;
            // A word with examples gets one count at least; one without gets none (least == above).
            const bool used = std::ranges::any_of(times[word], [](int here) { return here > 0; });
            for (int least = used ? 1 : above; least < above + !used; ++least) {
                const Cost cost =
                    best[word][static_cast<std::size_t>(above)] + cost_of(times, word, least, above - 1);
                if (cost < best[word + 1][static_cast<std::size_t>(least)]) {
                    best[word + 1][static_cast<std::size_t>(least)] = cost;
                    from[word + 1][static_cast<std::size_t>(least)] = above;
                }
            }
        }
    Refitted fitted;
    int least = 1;
    for (std::size_t word = shared; word > 0; --word) {
        const int above = from[word][static_cast<std::size_t>(least)];
        if (above > least)
            fitted.bands.insert(fitted.bands.begin(), Band{words[word - 1], least, above - 1});
        else
            fitted.left_out.insert(fitted.left_out.begin(), words[word - 1]);
        least = above;
    }
    fitted.bands.push_back(Band{words.back(), 0, 0});
    for (std::size_t word = 0; word < words.size(); ++word) {
        auto band = std::ranges::find(fitted.bands, words[word], &Band::word);
        for (int count = 0; count <= states; ++count) {
            const int here = times[word][static_cast<std::size_t>(count)];
            fitted.examples += here;
            if (band != fitted.bands.end() && band->least <= count && count <= band->most)
                fitted.fitting += here;
        }
    }
    for (std::size_t word = 0; word + 2 < words.size(); ++word) { // the last word is never in doubt
        Inseparable line = best_line(times, words, word);
        if (line.wrong > 0) fitted.inseparable.push_back(std::move(line));
    }
    return fitted;
}

} // namespace poa::views
