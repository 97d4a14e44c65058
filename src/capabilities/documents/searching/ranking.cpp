// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/searching/ranking.hpp"

#include <cmath>

namespace poa::documents {
namespace {

constexpr double k1 = 1.2,
                 b = 0.75; // as in Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009
constexpr double usual_length = 70; // tokens of a passage
constexpr double closeness_weight = 0.8;
constexpr std::size_t tokens_read_max = 20'000;

double kind_weight(PassageKind kind) {
    switch (kind) {
    case PassageKind::title:
        return 1.8;
    case PassageKind::heading:
        return 1.5;
    case PassageKind::footnote:
        return 0.7;
    case PassageKind::front_matter:
        return 0.5;
    case PassageKind::contents:
        return 0.3;
    default:
        return 1.0;
    }
}

std::vector<std::string_view> cut(std::string_view tokens) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; begin < tokens.size() && out.size() < tokens_read_max;) {
        std::size_t end = std::min(tokens.find(' ', begin), tokens.size());
        out.push_back(tokens.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

struct Hit {
    std::size_t place;
    std::size_t term;
};

/// The fewest places that hold every term that occurs at all.
std::size_t narrowest_window(const std::vector<Hit>& hits, std::size_t terms, std::size_t occurring) {
    std::vector<int> inside(terms, 0);
    std::size_t have = 0, left = 0, best = std::numeric_limits<std::size_t>::max();
    for (const Hit& hit : hits) {
        if (inside[hit.term]++ == 0) ++have;
        while (have == occurring) {
            best = std::min(best, hit.place - hits[left].place + 1);
            if (--inside[hits[left].term] == 0) --have;
            ++left;
        }
    }
    return best;
}

} // namespace

Ranker::Ranker(const SearchQuery& query, const std::unordered_map<std::string, std::int64_t>& passages_of,
               std::int64_t passages_total) {
    for (const auto& group : query.all)
        for (const QueryTerm& term : group) {
            double rarest = static_cast<double>(passages_total);
            for (const auto& form : term.forms) {
                for (const std::string& token : form) {
                    auto known = passages_of.find(token);
                    if (known != passages_of.end() && known->second > 0)
                        rarest = std::min(rarest, static_cast<double>(known->second));
                }
                by_first_token_[form.front()].push_back(forms_.size());
                forms_.push_back({weights_.size(), form});
            }
            auto total = static_cast<double>(passages_total);
            weights_.push_back(std::log(1.0 + (total - rarest + 0.5) / (rarest + 0.5)) + 0.05);
        }
}

std::vector<std::string> Ranker::tokens_of(const SearchQuery& query) {
    std::vector<std::string> tokens;
    for (const auto& group : query.all)
        for (const QueryTerm& term : group)
            for (const auto& form : term.forms) tokens.insert(tokens.end(), form.begin(), form.end());
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

double Ranker::score(std::string_view index_tokens, PassageKind kind) const {
    std::vector<std::string_view> tokens = cut(index_tokens);
    std::vector<int> counts(weights_.size(), 0);
    std::vector<Hit> hits;
    std::string key;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        key.assign(tokens[i]);
        auto found = by_first_token_.find(key);
        if (found == by_first_token_.end()) continue;
        for (std::size_t f : found->second) {
            const Form& form = forms_[f];
            bool whole = i + form.tokens.size() <= tokens.size() &&
                         std::equal(form.tokens.begin(), form.tokens.end(),
                                    tokens.begin() + static_cast<std::ptrdiff_t>(i));
            if (!whole) continue;
            ++counts[form.term];
            hits.push_back({i, form.term});
        }
    }
    double sum = 0, length = static_cast<double>(tokens.size());
    std::size_t occurring = 0;
    for (std::size_t t = 0; t < counts.size(); ++t) {
        if (counts[t] == 0) continue;
        ++occurring;
        double tf = counts[t];
        sum += weights_[t] * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / usual_length));
    }
    if (occurring > 1) {
        auto window = static_cast<double>(narrowest_window(hits, weights_.size(), occurring));
        sum *= 1 + closeness_weight * static_cast<double>(occurring) /
                       std::max(window, static_cast<double>(occurring));
    }
    double share =
        static_cast<double>(occurring) / static_cast<double>(std::max<std::size_t>(counts.size(), 1));
    return sum * share * kind_weight(kind);
}

} // namespace poa::documents
