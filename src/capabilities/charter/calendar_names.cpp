// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

/// In the order of EventKind.
constexpr std::array kinds{
    Choice{"founding_conference", N_("Founding conference")},
    Choice{"organizational_session", N_("Organizational session")},
    Choice{"plenary", N_("Plenary")},
    Choice{"review_conference", N_("Review conference")},
    Choice{"group_meeting", N_("Meeting of a working group")},
    Choice{"intersessional_meeting", N_("Intersessional meeting")},
    Choice{"thematic_meeting", N_("Thematic meeting")},
    Choice{"preparatory_consultation", N_("Preparatory consultation")},
    Choice{"stakeholder_consultation", N_("Consultation with stakeholders")},
    Choice{"roundtable", N_("High-level roundtable on capacity-building")},
    Choice{"notice_due", N_("Notice of the meeting is due")},
    Choice{"documents_due", N_("Last day for documents")},
    Choice{"accreditation_opens", N_("Applications of stakeholders are circulated")},
    Choice{"accreditation_closes", N_("Last day for objections to applications")},
    Choice{"report_due", N_("National report is due")},
    Choice{"communication_check", N_("Communication check of points of contact")},
    Choice{"progress_review", N_("Review of progress")},
    Choice{"programme_of_work_begins", N_("Programme of work begins")},
    Choice{"chair_begins", N_("Term of a Chair begins")},
    Choice{"chair_ends", N_("Term of a Chair ends")},
    Choice{"group_ends", N_("A working group ends unless it is extended")},
};
static_assert(kinds.size() == static_cast<std::size_t>(EventKind::group_ends) + 1);

} // namespace

std::string_view name_of(EventKind kind) {
    return kinds[static_cast<std::size_t>(kind)].value;
}

std::string_view title_of(EventKind kind) {
    return kinds[static_cast<std::size_t>(kind)].label;
}

std::optional<EventKind> parse_event_kind(std::string_view name) {
    const auto at = std::ranges::find(kinds, name, &Choice::value);
    if (at == kinds.end()) return std::nullopt;
    return static_cast<EventKind>(at - kinds.begin());
}

} // namespace poa::charter
