// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/searching/snippet.hpp"

#include "base/text.hpp"

#include <set>

namespace poa::documents {
namespace {

constexpr std::size_t analysed_bytes_max = 100'000;
constexpr std::size_t lead_bytes = 60; ///< shown before the first hit

struct Hit {
    std::uint32_t begin;
    std::uint32_t end;
    std::size_t term;
};

void find_form(const std::vector<Token>& tokens, const std::vector<std::string>& form, std::size_t term,
               std::vector<Hit>& hits) {
    auto same = [](const Token& token, const std::string& text) { return token.text == text; };
    auto at = tokens.begin();
    while ((at = std::search(at, tokens.end(), form.begin(), form.end(), same)) != tokens.end()) {
        hits.push_back({at->begin, (at + static_cast<std::ptrdiff_t>(form.size()) - 1)->end, term});
        ++at;
    }
}

std::vector<Hit> find_hits(std::string_view text, Language language, const SearchQuery& query) {
    Analysed analysed = analyse(text, language);
    std::vector<Hit> hits;
    std::size_t number = 0;
    for (const auto& group : query.all)
        for (const QueryTerm& term : group) {
            for (const auto& form : term.forms) {
                find_form(analysed.words, form, number, hits);
                find_form(analysed.pairs, form, number, hits);
            }
            ++number;
        }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return hits;
}

/// Index of the hit the best window begins with.
std::size_t best_first(const std::vector<Hit>& hits, std::size_t window_bytes) {
    std::size_t best = 0, best_terms = 0;
    for (std::size_t i = 0; i < hits.size() && i < 200; ++i) {
        std::set<std::size_t> terms;
        for (std::size_t j = i; j < hits.size() && hits[j].end - hits[i].begin <= window_bytes; ++j)
            terms.insert(hits[j].term);
        if (terms.size() > best_terms) best = i, best_terms = terms.size();
    }
    return best;
}

bool is_break(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// The beginning of the word near `at`, not before `at` where there is white space within reach; never inside
/// a character.
std::size_t word_begin(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    for (std::size_t i = at; i < text.size() && i < at + 30; ++i)
        if (is_break(text[i - 1])) return i;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    for (std::size_t i = at; i > 0 && i + 30 > at; --i)
        if (is_break(text[i])) return i;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

} // namespace

Snippet make_snippet(std::string_view text, Language language, const SearchQuery& query) {
    text = first_characters(text, analysed_bytes_max / 4);
    std::vector<Hit> hits = find_hits(text, language, query);
    std::size_t window = first_characters(text, snippet_characters_max).size();
    std::size_t first =
        hits.empty() ? 0 : hits[best_first(hits, window - std::min(window, lead_bytes))].begin;
    std::size_t begin =
        text.size() <= window || first <= lead_bytes ? 0 : word_begin(text, first - lead_bytes);
    begin = std::min(begin, first);
    if (text.size() > window && begin + window > text.size())
        begin = std::min(first, word_begin(text, text.size() - window));
    std::size_t end =
        word_end(text, begin + first_characters(text.substr(begin), snippet_characters_max).size());
    if (end <= begin) end = text.size();
    Snippet snippet{std::string(text.substr(begin, end - begin)), {}, begin > 0, end < text.size()};
    std::size_t done = begin;
    for (const Hit& hit : hits) {
        if (hit.begin < done || hit.end > end) continue;
        snippet.hits.emplace_back(static_cast<std::uint32_t>(hit.begin - begin),
                                  static_cast<std::uint32_t>(hit.end - begin));
        done = hit.end;
    }
    return snippet;
}

} // namespace poa::documents
