// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a charter says against itself. Every clause alone is right (the reader saw to that); here clauses are
// held beside each other. Nobody's proposal is judged: a contradiction is what cannot be run as it stands, a
// remark what can be run and will surprise.

#include "capabilities/charter/modalities.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::charter {

enum class Severity : std::uint8_t {
    contradiction, ///< no way of running the charter keeps all the clauses named
    remark,        ///< it runs, with an effect that a reader of one clause alone would not expect
};
[[nodiscard]] std::string_view name_of(Severity severity);

struct Contradiction {
    std::string code; ///< "contradiction.review_never_with_plenary"; one of contradiction_sentences()
    Severity severity = Severity::contradiction;
    std::vector<std::size_t> clauses; ///< indices of the clauses it lies between, in order; never empty
    std::vector<std::pair<std::string, std::string>> facts; ///< what the sentence's {names} stand for
    bool operator==(const Contradiction&) const = default;
};

/// All at once, by the first clause. Where a clause is a span, only what no value of the span can meet.
[[nodiscard]] std::vector<Contradiction> contradictions_in(const Charter& charter);

/// What people read of one: the reason, as a source string with {names} of facts. A code has one severity.
struct ContradictionSentence {
    std::string_view code;
    Severity severity = Severity::contradiction;
    std::string_view sentence; ///< source string
};
[[nodiscard]] std::span<const ContradictionSentence> contradiction_sentences();

} // namespace poa::charter
