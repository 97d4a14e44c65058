// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/statement.hpp"

#include "base/input.hpp"

#include <array>

namespace poa::decisions {
namespace {

struct KindRow {
    StatementKind kind;
    std::string_view name, title;
};
constexpr std::array rows{
    KindRow{StatementKind::before, "before", N_("Explanation of position before the decision")},
    KindRow{StatementKind::after, "after", N_("Explanation of position after the decision")},
    KindRow{StatementKind::dissociation, "dissociation", N_("Dissociation from a paragraph")},
    KindRow{StatementKind::reply, "reply", N_("Right of reply")},
};

std::int64_t words_in(std::string_view text) {
    std::int64_t words = 0;
    bool within = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        words += !blank && !within ? 1 : 0;
        within = !blank;
    }
    return words;
}

} // namespace

Result<void> may_reply(const charter::Charter& charter, std::int64_t before, std::string_view text) {
    namespace clause = charter::clause;
    const std::int64_t most = charter[clause::decisions::replies_per_item];
    Refusal problems{Refusal::Kind::rule, {}};
    if (before >= most)
        problems.reasons.push_back(Reason{"decisions.replies_used",
                                          {},
                                          {{"most", std::to_string(most)}},
                                          charter::spec_of(clause::decisions::replies_per_item).number});
    const std::int64_t words = words_in(text), words_max = reply_words_max(before);
    if (words > words_max)
        problems.reasons.push_back(
            Reason{"decisions.reply_too_long",
                   "text",
                   {{"words", std::to_string(words)}, {"most", std::to_string(words_max)}},
                   "A/DEC/34/401"});
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return {};
}

std::string_view name_of(StatementKind kind) {
    return rows[static_cast<std::size_t>(kind)].name;
}
std::string_view title_of(StatementKind kind) {
    return rows[static_cast<std::size_t>(kind)].title;
}
std::optional<StatementKind> parse_statement_kind(std::string_view name) {
    for (const KindRow& row : rows)
        if (row.name == name) return row.kind;
    return std::nullopt;
}

} // namespace poa::decisions
