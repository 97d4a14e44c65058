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

} // namespace

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
