// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to the pages of what reports add up to.

#include "capabilities/charter/charter.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/pages_progress.hpp"
#include "capabilities/national_reports/queries_progress.hpp"
#include "web/routes.hpp"

namespace poa::national_reports {

/// What loading needs from around.
struct AddingUp {
    storage::Session& session;
    charter::CurrentCharter& charter;
    const members::Register& states;
    Day today;
    const web::Visit& visit;

    [[nodiscard]] members::Language language() const { return members::language_or_english(visit.in.code()); }
    [[nodiscard]] std::string name_of_state(std::string_view iso3) const {
        return std::string(states.display_name(iso3, language()));
    }
    /// Of a regional group; what is said of States in none, where the key is empty.
    [[nodiscard]] std::string name_of_group(std::string_view key) const;
};

struct ProgressQuery {
    std::int64_t year = 0; ///< 0: this year, or the last for which somebody reported
};
struct IndicatorQuery {
    std::string indicator;
    std::int64_t year = 0;
};
[[nodiscard]] const Input<ProgressQuery>& input_of(Of<ProgressQuery>);
[[nodiscard]] const Input<IndicatorQuery>& input_of(Of<IndicatorQuery>);

[[nodiscard]] Result<ProgressPage> load_progress(const AddingUp& at, const ProgressQuery& query);
/// Refuses (not_found) "national_reports.no_such_indicator" (indicator).
[[nodiscard]] Result<IndicatorPage> load_indicator(const AddingUp& at, const IndicatorQuery& query);

/// The year asked for; else the newest up to this one with a report; else this one.
[[nodiscard]] std::int64_t year_of(const AddingUp& at, std::int64_t asked);
/// The year as the charter in force has it; without a charter nobody is due.
[[nodiscard]] ReportingYear turns_of(const AddingUp& at, std::int64_t year,
                                     std::span<const ReceivedReport> received);
/// Where a State's report for a year is read.
[[nodiscard]] std::string report_address(std::string_view iso3, std::int64_t year);
/// The text in the reader's language.
[[nodiscard]] std::string shown(const AddingUp& at, const Texts& texts);
/// One indicator in one year, as this reader may know it.
[[nodiscard]] YearOfIndicator one_year(const AddingUp& at, const Indicator& indicator, std::int64_t year);
[[nodiscard]] ProgressRow progress_row(const AddingUp& at, const Indicator& indicator, std::int64_t year);

} // namespace poa::national_reports
