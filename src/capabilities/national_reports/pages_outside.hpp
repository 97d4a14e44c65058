// SPDX-License-Identifier: Apache-2.0
#pragma once
// Figures of others: each set under the name of its source, States by the alphabet, none before another.

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::national_reports {

struct OutsideHead {
    std::int64_t figures = 0;
    std::string indicator, title, unit, source, address, licence;
    Day day; ///< of the source
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(OutsideHead, (),
                      (figures, indicator, title, unit, source, address, licence, day, sha256))

/// /outside-figures
struct OutsideSetsPage {
    bool may_import = false;
    std::vector<OutsideHead> rows;
};
BOOST_DESCRIBE_STRUCT(OutsideSetsPage, (), (may_import, rows))

struct OutsideRow {
    std::string state, name;
    std::int64_t year = 0;
    std::string value, unit, source, licence; ///< source and licence go with every value
};
BOOST_DESCRIBE_STRUCT(OutsideRow, (), (state, name, year, value, unit, source, licence))

/// /outside-figures/{figures}
struct OutsideFiguresPage {
    OutsideHead head;
    bool may_end = false;
    std::vector<OutsideRow> rows; ///< by State in the order of the reader's language, then year
};
BOOST_DESCRIBE_STRUCT(OutsideFiguresPage, (), (head, may_end, rows))

} // namespace poa::national_reports
