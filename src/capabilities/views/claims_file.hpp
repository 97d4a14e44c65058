// SPDX-License-Identifier: Apache-2.0
#pragma once
// Files of claims and of bands, and the sentences of a summary in six languages: JSON, as data/views_*.json
// have them.

#include "capabilities/views/claim.hpp"
#include "capabilities/views/quantifier.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

struct ClaimsFile {
    std::string title;
    int version = 1;
    std::string document;
    std::vector<ClaimSection> sections;
    std::vector<ClaimText> claims;
};

/// Refuses (bad_input, all problems at once) what `parse_json` refuses, "views.file_part" (part, claim). A
/// claim may come without parts and section: `fill_from` completes it.
[[nodiscard]] Result<ClaimsFile> parse_claims(std::string_view text);

/// Gives claims that lack them the parts, section and note of the claim of the same id in `known`.
void fill_from(ClaimsFile& file, const ClaimsFile& known);

struct BandsFile {
    int version = 1;
    CountBasis basis = CountBasis::strict;
    int states = 0;
    std::vector<Band> bands;
};
/// Refuses as above; whether the bands fit together is for Bands::of.
[[nodiscard]] Result<BandsFile> parse_bands(std::string_view text);
/// As `parse_bands` reads it.
[[nodiscard]] std::string write_bands(const BandsFile& file);

/// Wording by language code ("en", "fr", "ar", "zh", "ru", "es").
using Sentence = std::map<std::string, std::string, std::less<>>;

/// What a summary is written with.
struct SummaryWords {
    struct Word {
        std::string word; ///< "many"
        Sentence forms;   ///< "Many States were of the view that"
        Sentence names;   ///< "many"
    };
    std::vector<Word> words; ///< from most to fewest; the last stands for no State
    std::map<std::string, Sentence, std::less<>> clauses; ///< by claim

    [[nodiscard]] const Word* find(std::string_view word) const;
};

/// Refuses as above. `quantifiers` and `sentences` as data/views_quantifiers.json and views_sentences.json.
[[nodiscard]] Result<SummaryWords> parse_words(std::string_view quantifiers, std::string_view sentences);

/// Gives claims the shipped clauses where text and formulas are those the clauses were written for.
void add_clauses(std::vector<ClaimText>& claims, const std::vector<ClaimText>& written_for,
                 const SummaryWords& words);

/// The sentence of a claim in a language: word and clause joined as the language joins them, with a full
/// stop. The claim's own text, in quotation marks, where it has no clause in that language.
[[nodiscard]] std::string sentence_of(const SummaryWords& words, const Claim& claim, std::string_view word,
                                      std::string_view language);

} // namespace poa::views
