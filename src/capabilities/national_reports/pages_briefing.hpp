// SPDX-License-Identifier: Apache-2.0
#pragma once
// The yearly briefing and the reports for an agenda, as pages hold them.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::national_reports {

/// One sentence with its number, where the number opens, and the reports it stands on that the reader may
/// read.
struct BriefingSentence {
    std::string section, text;
    std::int64_t number = 0;
    std::string address;
    std::vector<std::string> states; ///< codes
};
BOOST_DESCRIBE_STRUCT(BriefingSentence, (), (section, text, number, address, states))

/// What was achieved and what stands in the way, side by side, for one part of the framework.
struct AchievementRow {
    std::string item, title;
    std::vector<std::string> achievements; ///< codes of States whose words the reader may read
    std::int64_t challenges = 0;           ///< States counted that name challenges
    std::string named;                     ///< those named most often
    std::string address;                   ///< of the challenges
};
BOOST_DESCRIBE_STRUCT(AchievementRow, (), (item, title, achievements, challenges, named, address))

struct BriefingPage {
    std::int64_t year = 0, catalogue = 0;
    std::vector<AchievementRow> achievements;
    std::vector<BriefingSentence> rows;
};
BOOST_DESCRIBE_STRUCT(BriefingPage, (), (year, catalogue, achievements, rows))

struct AgendaRow {
    std::int64_t place = 0; ///< of the report's slot, from 1; 0: no report, no slot
    std::string state, name;
    std::optional<Day> due;
    bool received = false;
    std::int64_t minutes = 0;
    std::string address; ///< of the report; empty: no report
};
BOOST_DESCRIBE_STRUCT(AgendaRow, (), (place, state, name, due, received, minutes, address))

struct AgendaPage {
    std::int64_t year = 0, minutes = 0, all_minutes = 0, received = 0, due = 0;
    std::vector<AgendaRow> rows;
};
BOOST_DESCRIBE_STRUCT(AgendaPage, (), (year, minutes, all_minutes, received, due, rows))

} // namespace poa::national_reports
