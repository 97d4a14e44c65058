// SPDX-License-Identifier: Apache-2.0
#pragma once
// What States want to put into practice first, as a page holds it: by part of the framework and by area, with
// the reports it stands on. It orders parts of the framework, and no State.

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::national_reports {

/// A part of the framework that support is asked for, or an area that is to be strengthened first.
struct PriorityRow {
    std::string kind; ///< "item", "area"
    std::string key, title;
    std::int64_t states = 0;       ///< counted
    bool is_whole = true;          ///< false: further answers are in numbers not told
    std::string named;             ///< of an item: areas named most often
    std::vector<std::string> seen; ///< codes of those whose answer the reader may see
    std::string address;           ///< where the number opens
    std::string needs;             ///< address of the needs behind it
};
BOOST_DESCRIBE_STRUCT(PriorityRow, (), (kind, key, title, states, is_whole, named, seen, address, needs))

/// A priority in a State's own words.
struct PriorityVoice {
    std::string state, name, question, label, language, words, address;
};
BOOST_DESCRIBE_STRUCT(PriorityVoice, (), (state, name, question, label, language, words, address))

/// /priorities
struct PrioritiesPage {
    std::int64_t year = 0, catalogue = 0;
    std::vector<PriorityRow> rows; ///< items, then areas; each by the number of States
    std::vector<PriorityVoice> voices;
};
BOOST_DESCRIBE_STRUCT(PrioritiesPage, (), (year, catalogue, rows, voices))

} // namespace poa::national_reports
