// SPDX-License-Identifier: Apache-2.0
#pragma once
// Documents that stand as reports, beside those that answer a survey.

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::national_reports {

struct SourcePassageRow {
    std::string item, anchor, address; ///< address: of the passage
};
BOOST_DESCRIBE_STRUCT(SourcePassageRow, (), (item, anchor, address))

struct SourceRow {
    std::int64_t source = 0;
    std::string body, name; ///< "state:ALB", "Albania"
    std::int64_t year = 0;
    std::string symbol, address; ///< of the document
    std::string registered_by;   ///< body
    std::vector<SourcePassageRow> passages;
    bool may_end = false; ///< the reader may
};
BOOST_DESCRIBE_STRUCT(SourceRow, (),
                      (source, body, name, year, symbol, address, registered_by, passages, may_end))

/// /report-sources
struct SourcesPage {
    std::int64_t year = 0; ///< 0: all
    bool may_register = false;
    std::vector<SourceRow> rows;
};
BOOST_DESCRIBE_STRUCT(SourcesPage, (), (year, may_register, rows))

} // namespace poa::national_reports
