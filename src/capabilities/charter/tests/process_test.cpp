// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/process.hpp"

#include <gtest/gtest.h>

namespace poa::charter {
namespace {

Day day(const char* iso) {
    return Day::parse(iso).value();
}

const Process working_group{
    "oewg",           "Open-ended working group", "A/RES/75/240", ProcessPart::predecessor, day("2021-06-01"),
    day("2025-07-11")};
const Process endless{
    "other-track", "Another track", "A/RES/99/1", ProcessPart::same_matter, day("2027-01-01"), {}};
const Process elsewhere{"elsewhere", "Elsewhere", "A/RES/99/2", ProcessPart::other, day("2026-01-01"), {}};

Charter agreed() {
    return Presets::shipped().agreed();
}

Charter guarded(const char* iso) {
    return agreed().with(clause::founding::no_act_before.index, day(iso), "test");
}

std::string why(const Charter& charter, const char* on, const std::vector<Process>& processes) {
    auto may = may_act(charter, day(on), processes);
    return may ? "may act" : may.error().reasons.front().code + " " + may.error().reasons.front().clause;
}

// EST-01: a mechanism whose founding date has not come accepts no act, nor while what it follows lasts.
TEST(DateGuard, EST_01_NoActBeforeTheFoundingDay) {
    EXPECT_EQ(why(guarded("2026-03-30"), "2026-03-29", {}), "charter.not_founded_yet 2.1");
    EXPECT_EQ(why(guarded("2026-03-30"), "2026-03-30", {}), "may act");
    const Charter none = agreed().with(clause::founding::no_act_before.index, None{}, "test");
    EXPECT_EQ(why(none, "2025-07-11", {working_group}), "charter.predecessor_lasts 2.2");
    EXPECT_EQ(why(none, "2025-07-12", {working_group}), "may act");
    EXPECT_EQ(why(none.with(clause::founding::after_working_group.index, false, "test"), "2025-07-11",
                  {working_group}),
              "may act");
}

std::string tracks(const Charter& charter, const std::vector<Process>& processes) {
    std::string all;
    for (const ParallelTracks& one : parallel_tracks(charter, day("2026-03-30"), processes))
        all += one.first + "+" + one.second + " from " + one.from.iso() +
               (one.to ? " to " + one.to->iso() : "") + "; ";
    return all;
}

// INC-02 QUA-07: one track; another on the same matter while it lasts is a conflict that is shown.
TEST(Tracks, INC_02_QUA_07_OneAtATime) {
    EXPECT_EQ(tracks(agreed(), {working_group, elsewhere}), "")
        << "what ended before, and what is on another matter";
    EXPECT_EQ(tracks(agreed(), {working_group, endless}), "mechanism+other-track from 2027-01-01; ");
    Process longer = working_group;
    longer.to = day("2026-12-31");
    EXPECT_EQ(tracks(agreed(), {longer}), "mechanism+oewg from 2026-03-30 to 2026-12-31; ");
    EXPECT_EQ(tracks(agreed().with(clause::mechanism::single_track.index, false, "test"), {endless}), "");
}

} // namespace
} // namespace poa::charter
