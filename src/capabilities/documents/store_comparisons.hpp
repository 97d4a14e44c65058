// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which texts repeat each other, found when a document comes in and kept.

#include "capabilities/documents/comparing/alignment.hpp"
#include "capabilities/documents/comparing/text_units.hpp"
#include "capabilities/documents/comparing/word_diff.hpp"
#include "capabilities/documents/store.hpp"

namespace poa::documents {

struct Comparison {
    ComparisonId id;
    VersionId left_version, right_version;
    std::string left_anchor, right_anchor; ///< of a reply; empty: the whole document
    double shared = 0;                     ///< share of the smaller text's rows of three words, 0 to 1
    Instant made_at;
};

struct ComparedPair {
    std::optional<PassageKey> left, right;
    double overlap = 0;
    bool equal = false;
};

/// Files the version's texts, looks for texts that they repeat (of the same actor, and alike by sketch;
/// current versions of other documents only) and keeps the comparisons. Work bounded by the version's own
/// length and 40 candidates a text.
std::vector<Comparison> find_repetitions(storage::Session& session, const Document& document,
                                         VersionId version, const std::vector<TextUnit>& units, Instant now);
/// Takes the version out of the file: nothing new will be compared with it. Comparisons made stay.
void forget_sketches(storage::Session& session, VersionId version);

[[nodiscard]] std::vector<Comparison> comparisons_of(storage::Session& session, VersionId version);
[[nodiscard]] std::optional<Comparison> find_comparison(storage::Session& session, ComparisonId id);
[[nodiscard]] std::vector<ComparedPair> pairs_of(storage::Session& session, ComparisonId id,
                                                 std::int64_t after, int count);

/// Two versions of one document, passage by passage, in the order of the older one: what a new version
/// changed.
[[nodiscard]] std::vector<ComparedPair> differences(storage::Session& session, VersionId older,
                                                    VersionId newer);

} // namespace poa::documents
