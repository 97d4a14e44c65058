// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to the pages of needs.

#include "capabilities/national_reports/needs.hpp"
#include "capabilities/national_reports/pages_needs.hpp"
#include "capabilities/national_reports/pages_reports_loading.hpp"
#include "capabilities/national_reports/queries_needs.hpp"

namespace poa::national_reports {

struct NeedsQuery {
    std::string item, area, group, stage, state;
    std::int64_t year = 0, before = 0;
};
[[nodiscard]] const Input<NeedsQuery>& input_of(Of<NeedsQuery>);

/// Fifty a page. Refuses (bad_input, all at once) "national_reports.no_such_item" (value),
/// "national_reports.no_such_area", "national_reports.no_such_group", "national_reports.no_such_state":
/// a list narrowed to what is not there would say that nobody needs it.
[[nodiscard]] Result<NeedsPage> load_needs(const ReportReading& reading, const NeedsQuery& query);
/// Refuses (not_found) "national_reports.no_such_need".
[[nodiscard]] Result<NeedPage> load_need(const ReportReading& reading, Id<Need> id);

/// A need in the reader's language.
[[nodiscard]] NeedRow row_of(const ReportReading& reading, const members::Register& states,
                             const KeptNeed& need);
/// Of an item of the framework, as indicators call it; the key where they do not know it.
[[nodiscard]] std::string item_title(std::string_view item, std::string_view language);
/// Of an area that needs and priorities are named in; the key where it is not known.
[[nodiscard]] std::string area_title(std::string_view area, std::string_view language);

} // namespace poa::national_reports
