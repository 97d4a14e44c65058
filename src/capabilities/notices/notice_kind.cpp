// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/notice_kind.hpp"

#include "base/input.hpp"
#include "base/require.hpp"

#include <algorithm>
#include <array>

namespace poa::notices {
namespace {

constexpr std::array kinds = {
    NoticeKindSpec{
        NoticeKind::question_put, "question_put", N_("A question is put to your State"),
        N_("A question is put to the States, and yours may answer it. The last moment is {until}."),
        N_("A question is put to the States, and yours may answer it."), false},
    NoticeKindSpec{NoticeKind::report_turn,
                   "report_turn",
                   N_("Your State's turn to report"),
                   N_("It is your State's turn to report for {year}; a report is welcome until {until}. "
                      "Reporting is voluntary: of a State that sends nothing the platform says “no report”, "
                      "and nothing follows from it."),
                   {},
                   true},
    NoticeKindSpec{NoticeKind::section_given,
                   "section_given",
                   N_("A section was given to you"),
                   N_("A section of a report was given to you to answer for."),
                   {},
                   true},
    NoticeKindSpec{NoticeKind::report_before_you,
                   "report_before_you",
                   N_("A report lies before you"),
                   N_("A report of your State lies before you for approval."),
                   {},
                   true},
    NoticeKindSpec{NoticeKind::release_withdrawn,
                   "release_withdrawn",
                   N_("A release was withdrawn"),
                   N_("The release of your State's report for {year} was withdrawn from view."),
                   {},
                   false},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].kind) != i) return false;
    return true;
}
static_assert(in_order());

} // namespace

std::span<const NoticeKindSpec> notice_kinds() {
    return kinds;
}

const NoticeKindSpec& spec_of(NoticeKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::string_view name_of(NoticeKind kind) {
    return spec_of(kind).name;
}

std::optional<NoticeKind> parse_notice_kind(std::string_view name) {
    const auto* found = std::ranges::find(kinds, name, &NoticeKindSpec::name);
    if (found == kinds.end()) return std::nullopt;
    return found->kind;
}

} // namespace poa::notices
