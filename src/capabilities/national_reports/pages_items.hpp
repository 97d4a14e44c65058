// SPDX-License-Identifier: Apache-2.0
#pragma once
// /reports/items/{item}: what States report on an item of the framework, in their own words, State by State.
// Only who reported is there, in the alphabet of the reader's language: nothing is compared or added up here.

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/national_reports/pages_progress_loading.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::national_reports {

/// One answer of one report.
struct ItemAnswerRow {
    std::string state, name; ///< ISO3, and as the reader's language has it
    std::int64_t year = 0;
    std::string survey, survey_title;
    std::string question, label, language; ///< of the label
    std::string answer, note;
    std::string address; ///< of the release
};
BOOST_DESCRIBE_STRUCT(ItemAnswerRow, (),
                      (state, name, year, survey, survey_title, question, label, language, answer, note,
                       address))

/// An indicator that counts answers on the item.
struct ItemIndicator {
    std::string indicator, title, address;
};
BOOST_DESCRIBE_STRUCT(ItemIndicator, (), (indicator, title, address))

struct ItemReportsPage {
    std::string item, title;
    std::int64_t states = 0; ///< that reported on it, as far as the reader may see
    std::int64_t page = 1, pages = 1;
    std::vector<ItemIndicator> indicators;
    std::vector<ItemAnswerRow> rows; ///< of this page's States, State by State
};
BOOST_DESCRIBE_STRUCT(ItemReportsPage, (), (item, title, states, page, pages, indicators, rows))

inline constexpr std::int64_t states_on_a_page = 50;

struct ItemReportsQuery {
    std::string item;
    std::int64_t page = 1;
};
[[nodiscard]] const Input<ItemReportsQuery>& input_of(Of<ItemReportsQuery>);

/// Refuses (not_found) "acquis.no_such_item" (key);
/// (bad_input) "national_reports.no_such_page" (pages), field "page".
[[nodiscard]] Result<ItemReportsPage>
load_item_reports(const AddingUp& at, const acquis::Framework& framework, const ItemReportsQuery& query);
[[nodiscard]] web::Screen draw_item_reports(const ItemReportsPage& page, const web::Visit& visit);

} // namespace poa::national_reports
