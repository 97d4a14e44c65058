// SPDX-License-Identifier: Apache-2.0
#include "app/instance.hpp"
#include "app/reports_verbs.hpp"
#include "capabilities/national_reports/export_answers.hpp"

#include <iostream>

namespace poa::app {

int export_reports(const ReportsWish& wish) {
    using namespace national_reports;
    Instance instance(wish.settings);
    const YearSpan years = wish.year != 0 ? YearSpan{wish.year, wish.year} : YearSpan{};
    instance.database().read([&](storage::Session& session) {
        return export_answers(session, identity::Reader(), years, parse_answers_format(wish.format).value(),
                              [](std::string_view piece) { std::cout << piece; });
    });
    if (!std::cout.flush()) throw MachineFailure("standard output cannot be written");
    return 0;
}

} // namespace poa::app
