// SPDX-License-Identifier: Apache-2.0
#pragma once
// The acts on a report that have a form of their own, with what is said before they are done.

#include "base/input.hpp"

#include <span>
#include <string_view>

namespace poa::national_reports {

struct ReportAct {
    std::string_view command; ///< "share_answers"; the permission is "national_reports.share_answers"
    std::string_view title;   ///< source string: the link and the page's title
    std::string_view told;    ///< source string: what it does and who learns of it
    const InputSpec* input;
};
[[nodiscard]] std::span<const ReportAct> report_acts();
[[nodiscard]] const ReportAct* find_report_act(std::string_view command);

} // namespace poa::national_reports
