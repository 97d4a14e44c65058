// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/locating.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace poa::views {
namespace {

struct Fold {
    std::string_view from, to;
};
constexpr std::array folds = {
    Fold{"“", "\""},     Fold{"”", "\""},     Fold{"„", "\""},     Fold{"«", "\""},
    Fold{"»", "\""},     Fold{"‘", "'"},      Fold{"’", "'"},      Fold{"ʼ", "'"},
    Fold{"–", "-"},      Fold{"—", "-"},      Fold{"‑", "-"},      Fold{"…", "..."},
    Fold{"\u00A0", " "}, Fold{"\u202F", " "}, Fold{"\u2009", " "}, Fold{"\u00AD", ""},
};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The byte after the full stop, question or exclamation mark that ends the sentence at `from`.
std::size_t end_of_sentence(std::string_view text, std::size_t from) {
    for (std::size_t i = from; i + 1 < text.size(); ++i)
        if ((text[i] == '.' || text[i] == '?' || text[i] == '!') && text[i + 1] == ' ') return i + 1;
    return text.size();
}

/// Without what only marks where it was cut off or listed.
std::string_view bare(std::string_view locator) {
    while (!locator.empty() && (locator.ends_with('.') || is_space(locator.back()))) locator.remove_suffix(1);
    while (!locator.empty() && (locator.starts_with('-') || is_space(locator.front())))
        locator.remove_prefix(1);
    return locator;
}

} // namespace

QuoteFinder::Folded QuoteFinder::fold(std::string_view text) {
    Folded folded;
    auto put = [&](std::string_view what, std::size_t origin) {
        for (char c : what) {
            if (is_space(c)) c = ' ';
            if (c == ' ' && (folded.text.empty() || folded.text.back() == ' ')) continue;
            folded.text += c;
            folded.origin.push_back(origin);
        }
    };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t taken = 1;
        std::string_view what = text.substr(i, 1);
        if (static_cast<unsigned char>(text[i]) >= 0x80)
            for (const Fold& each : folds)
                if (text.substr(i).starts_with(each.from)) {
                    taken = each.from.size();
                    what = each.to;
                    break;
                }
        put(what, i);
        i += taken;
    }
    folded.origin.push_back(text.size());
    return folded;
}

QuoteFinder::QuoteFinder(std::vector<PassageText> passages) : passages_(std::move(passages)) {
    folded_.reserve(passages_.size());
    for (const PassageText& passage : passages_) folded_.push_back(fold(passage.text));
}

QuoteFinder::Found QuoteFinder::find(std::string_view quote, std::string_view locator) const {
    const std::string wanted(trim(fold(quote).text));
    Found found;
    if (wanted.empty()) return found;
    struct Hit {
        std::size_t passage, at;
    };
    std::vector<Hit> hits;
    for (std::size_t passage = 0; passage < folded_.size(); ++passage)
        for (std::size_t at = folded_[passage].text.find(wanted); at != std::string::npos;
             at = folded_[passage].text.find(wanted, at + 1))
            hits.push_back({passage, at});
    found.times = hits.size();
    auto place = [&](const Hit& hit) {
        const Folded& text = folded_[hit.passage];
        return QuotePlace{hit.passage, text.origin[hit.at], text.origin[hit.at + wanted.size()]};
    };
    if (hits.size() == 1) found.place = place(hits.front());
    if (hits.size() < 2) return found;
    const std::string folded_locator = fold(locator).text;
    const std::string_view sentence = bare(folded_locator);
    if (sentence.empty()) return found;
    std::vector<Hit> sentences;
    for (std::size_t passage = 0; passage < folded_.size(); ++passage)
        for (std::size_t at = folded_[passage].text.find(sentence); at != std::string::npos;
             at = folded_[passage].text.find(sentence, at + 1))
            sentences.push_back({passage, at});
    if (sentences.size() != 1) return found;
    // What the locator itself holds is meant there; else the phrase must stand once in that sentence.
    const Hit begin = sentences.front();
    if (const std::size_t inside = sentence.find(wanted); inside != std::string_view::npos) {
        found.place = place({begin.passage, begin.at + inside});
        return found;
    }
    const std::size_t end = end_of_sentence(folded_[begin.passage].text, begin.at + sentence.size());
    const Hit* only = nullptr;
    for (const Hit& hit : hits) {
        if (hit.passage != begin.passage || hit.at < begin.at || hit.at >= end) continue;
        if (only != nullptr) return found;
        only = &hit;
    }
    if (only != nullptr) found.place = place(*only);
    return found;
}

} // namespace poa::views
