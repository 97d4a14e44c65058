// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "capabilities/identity/appointment.hpp"
#include "capabilities/identity/tests/permission_walk.hpp"

#include <gtest/gtest.h>

namespace poa::identity {
namespace {

Day day(std::string_view iso) {
    return *Day::parse(iso);
}
const Day today = day("2026-11-21");

Appointment held(std::int64_t person, Role role, Body body, std::string_view from, std::string_view to = "") {
    return {Id<Appointment>{1},
            Id<Person>{person},
            {role, std::move(body)},
            day(from),
            to.empty() ? std::nullopt : Day::parse(to),
            {},
            std::nullopt,
            {}};
}

TEST(Stages, ComeFromTheDay) {
    struct Row {
        std::string_view from, to, on, stage;
    };
    for (const Row& row : std::initializer_list<Row>{
             {"2026-11-21", "2026-11-30", "2026-11-20", "scheduled"},
             {"2026-11-21", "2026-11-30", "2026-11-21", "current"},
             {"2026-11-21", "2026-11-30", "2026-11-30", "current"},
             {"2026-11-21", "2026-11-30", "2026-12-01", "ended"},
             {"2026-11-21", "", "2046-11-21", "current"},
         })
        EXPECT_EQ(
            name_of(stage_on(held(1, Role::delegate, Body::state("FRA"), row.from, row.to), day(row.on))),
            row.stage)
            << row.from << " to " << row.to << " on " << row.on;
}

TEST(Stages, EndedByHandHoldsNoMoreOnThatVeryDay) {
    Appointment ended = held(1, Role::delegate, Body::state("FRA"), "2026-11-01", "2026-12-31");
    ended.ended_at = parse_instant("2026-11-21T09:00:00Z");
    auto stage = stage_on(ended, today);
    ASSERT_TRUE(std::holds_alternative<Ended>(stage));
    EXPECT_EQ(std::get<Ended>(stage).on, today);
}

/// Every role as appointer, every role to be appointed, for the own and another body of the kind of the
/// appointed.
std::string who_appoints_whom() {
    std::string lines;
    for (Role appointer : all_roles())
        for (Role wanted : appointed_roles()) {
            bool own_one =
                appointing_standing(sample_actor(appointer), {wanted, sample_body(*body_kind_of(wanted))})
                    .has_value();
            bool other = appointing_standing(sample_actor(appointer),
                                             {wanted, sample_body(*body_kind_of(wanted), true)})
                             .has_value();
            if (!own_one && !other) continue;
            lines += std::string(name_of(appointer)) + " -> " + std::string(name_of(wanted));
            lines += own_one && other ? "\n" : own_one ? " (own body)\n" : " (only others!)\n";
        }
    return lines;
}

TEST(Appointing, WhoMayAppointWhom) {
    EXPECT_EQ(who_appoints_whom(), R"(head_of_delegation -> delegate (own body)
head_of_delegation -> report_editor (own body)
head_of_delegation -> report_approver (own body)
head_of_delegation -> diplomatic_contact (own body)
head_of_delegation -> technical_contact (own body)
secretariat -> head_of_delegation
secretariat -> representative
secretariat -> chair
secretariat -> chair_office
secretariat -> secretariat
)");
}

/// The codes of the refusal, with a space between; empty when appointed.
std::string asked(const Actor& actor, const WantedAppointment& wanted,
                  std::vector<Appointment> of_person = {}, std::vector<Appointment> heads = {}) {
    auto refusal = check_appointment(actor, wanted, today, of_person, heads);
    std::string codes;
    if (refusal)
        for (const Reason& reason : refusal->reasons) codes += (codes.empty() ? "" : " ") + reason.code;
    return codes;
}
WantedAppointment wanted(std::int64_t person, Role role, Body body, std::string_view from = "2026-11-21",
                         std::string_view to = "") {
    return {
        Id<Person>{person}, {role, std::move(body)}, day(from), to.empty() ? std::nullopt : Day::parse(to)};
}
const Actor head = sample_actor(Role::head_of_delegation); // of France; person 7
const Actor secretariat = sample_actor(Role::secretariat); // person 7
const Body france = Body::state("FRA"), egypt = Body::state("EGY");

TEST(Appointing, AHeadOfDelegationFillsTheOwnDelegationOnly) {
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france)), "");
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, egypt)), "identity.may_not_appoint");
    EXPECT_EQ(asked(head, wanted(8, Role::head_of_delegation, france)), "identity.may_not_appoint");
    EXPECT_EQ(asked(sample_actor(Role::delegate), wanted(8, Role::delegate, france)),
              "identity.may_not_appoint");
    EXPECT_EQ(asked(secretariat, wanted(8, Role::delegate, france)), "identity.may_not_appoint")
        << "whom a State sends is the State's business";
}

TEST(Appointing, NobodyAppointsThemselvesUpward) {
    EXPECT_EQ(asked(secretariat, wanted(7, Role::chair, Body::chair())), "identity.may_not_appoint_oneself");
    EXPECT_EQ(asked(head, wanted(7, Role::head_of_delegation, france)), "identity.may_not_appoint");
    EXPECT_EQ(asked(head, wanted(7, Role::report_editor, france)), "")
        << "the smallest delegation is one person, who also edits the report";
}

TEST(Appointing, TheSecretariatActsForNobodyElse) {
    std::vector<Appointment> staff = {held(8, Role::secretariat, Body::secretariat(), "2026-01-01")};
    EXPECT_EQ(asked(secretariat, wanted(8, Role::head_of_delegation, france), staff),
              "identity.not_impartial");
    std::vector<Appointment> delegate = {held(8, Role::delegate, france, "2026-01-01", "2026-12-31")};
    EXPECT_EQ(asked(secretariat, wanted(8, Role::secretariat, Body::secretariat()), delegate),
              "identity.not_impartial");
    EXPECT_EQ(asked(secretariat, wanted(8, Role::secretariat, Body::secretariat(), "2027-01-01"), delegate),
              "")
        << "one after the other is a career";
}

TEST(Appointing, DaysAndBodiesMustFitAndAllReasonsComeTogether) {
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france, "2026-11-20")), "identity.day_past");
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france, "2026-11-22", "2026-11-21")),
              "identity.day_order");
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france, "2026-11-22", "2026-11-22")), "");
    EXPECT_EQ(asked(secretariat, wanted(8, Role::secretariat, france)), "identity.role_not_of_body");
    EXPECT_EQ(asked(secretariat, wanted(8, Role::visitor, france)), "identity.role_not_of_body");
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, egypt, "2026-11-20", "2026-11-19")),
              "identity.may_not_appoint")
        << "who may not is told nothing else";
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france, "2026-11-20", "2026-11-19")),
              "identity.day_past identity.day_order");
}

TEST(Appointing, TheSameTwiceOnOneDayIsAConflict) {
    std::vector<Appointment> there = {held(8, Role::delegate, france, "2026-01-01", "2026-11-30")};
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france), there), "identity.already_appointed");
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france, "2026-12-01"), there), "");
    EXPECT_EQ(asked(head, wanted(8, Role::report_editor, france), there), "");
    there[0].ended_at = parse_instant("2026-11-21T09:00:00Z");
    EXPECT_EQ(asked(head, wanted(8, Role::delegate, france), there), "");
}

TEST(Appointing, OneHeadADelegationOnAnyDay) {
    std::vector<Appointment> heads = {held(9, Role::head_of_delegation, france, "2026-01-01", "2026-12-31")};
    EXPECT_EQ(asked(secretariat, wanted(8, Role::head_of_delegation, france), {}, heads),
              "identity.head_exists");
    EXPECT_EQ(asked(secretariat, wanted(8, Role::head_of_delegation, france, "2027-01-01"), {}, heads), "");
}

TEST(Bodies, ReadWhatTheyWriteAndNothingElse) {
    for (std::string_view text : {"state:FRA", "organisation:first-org", "chair", "secretariat"}) {
        auto body = Body::parse(text);
        ASSERT_TRUE(body) << text;
        EXPECT_EQ(body->text(), text);
    }
    for (std::string_view text :
         {"", "state", "state:", "state:fra", "state:FR", "state:FRAN", "state:FR1",
          "chair:", "organisation:", "organisation:A", "organisation:a b", "organisation:-a", "operator",
          "platform", "state:FRA ", " state:FRA", "state:FRA:x", "secretariat\n"})
        EXPECT_FALSE(Body::parse(text)) << text;
    EXPECT_THROW((void)Body::state("fra"), OurMistake);
}

TEST(Roles, ReadWhatTheyWrite) {
    for (Role role : all_roles()) EXPECT_EQ(parse_role(name_of(role)), role);
    EXPECT_FALSE(parse_role("admin"));
    EXPECT_EQ(appointed_roles().size(), 10U);
    for (Role role : appointed_roles()) EXPECT_TRUE(body_kind_of(role)) << name_of(role);
}

} // namespace
} // namespace poa::identity
