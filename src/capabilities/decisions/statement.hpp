// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a State says of its position on a proposal, beside objecting or voting: said once, it stands.

#include "base/bytes.hpp"
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
    std::optional<std::int64_t> text_version; ///< of a dissociation: in which the State read the paragraph
    std::optional<Sha256> wording;            ///< and what it read; null: made before this was kept
};

/// Replies are limited in number and length: two interventions of a delegation on an item, of ten and of five
/// minutes (General Assembly decision 34/401, paras. 8 to 10; the number is clause 8.14). Read aloud at a
/// hundred words a minute these are the words of a reply in writing. `before`: replies made on the item.
[[nodiscard]] constexpr std::int64_t reply_words_max(std::int64_t before) {
    return before == 0 ? 1'000 : 500;
}
/// Refuses (rule) "decisions.replies_used" (most; clause 8.14), "decisions.reply_too_long" (words, most).
[[nodiscard]] Result<void> may_reply(const charter::Charter& charter, std::int64_t before,
                                     std::string_view text);

} // namespace poa::decisions
