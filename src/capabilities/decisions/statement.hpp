// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a State says of its position on a proposal, beside objecting or voting: said once, it stands.

#include "base/id.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/question.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace poa::decisions {

enum class StatementKind : std::uint8_t {
    before,       ///< explanation of position before the question was decided
    after,        ///< and after
    dissociation, ///< from one paragraph: the State does not block, and does not join in it
    reply,        ///< right of reply
};
[[nodiscard]] std::string_view name_of(StatementKind kind);
[[nodiscard]] std::string_view title_of(StatementKind kind); ///< source string
[[nodiscard]] std::optional<StatementKind> parse_statement_kind(std::string_view name);

struct Statement {
    std::optional<Id<Question>> question; ///< the one it belongs to, where there was one
    std::string state;                    ///< ISO3
    StatementKind kind = StatementKind::after;
    std::string paragraph; ///< of a dissociation: its key
    std::string text;      ///< the State's own words; of a dissociation it may be empty
    Instant made;
};

} // namespace poa::decisions
