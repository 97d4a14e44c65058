// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to the yearly briefing and the agenda's list of reports.

#include "capabilities/national_reports/pages_briefing.hpp"
#include "capabilities/national_reports/pages_progress_loading.hpp"

namespace poa::national_reports {

struct BriefingQuery {
    std::int64_t year = 0;
};
struct AgendaQuery {
    std::int64_t year = 0;
    std::int64_t minutes = 10; ///< for each report
};
[[nodiscard]] const Input<BriefingQuery>& input_of(Of<BriefingQuery>);
[[nodiscard]] const Input<AgendaQuery>& input_of(Of<AgendaQuery>);

/// The answers named most often with how many States: "Technical skills (5), Standards (3)".
[[nodiscard]] std::string named_words(const AddingUp& at, const Indicator& indicator,
                                      const YearOfIndicator& year);
[[nodiscard]] Result<BriefingPage> load_briefing(const AddingUp& at, const BriefingQuery& query);
/// Those whose turn it is or who reported, in the alphabetical order of the reader's language.
[[nodiscard]] Result<AgendaPage> load_agenda(const AddingUp& at, const AgendaQuery& query);

} // namespace poa::national_reports
