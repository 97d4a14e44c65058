// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/tests/house.hpp"

namespace poa::identity {
namespace {

using AppointmentCommands = Houses;
INSTANTIATE_TEST_SUITE_P(Both, AppointmentCommands, testing::ValuesIn(test::engines_under_test()),
                         test::engine_name);

Appoint wanted(std::string email, std::string role, std::string body, std::string basis = "") {
    Appoint request;
    request.email = std::move(email);
    request.role = std::move(role);
    request.body = std::move(body);
    request.basis = std::move(basis);
    return request;
}

TEST_P(AppointmentCommands, HoldFromTheirDayOnAndAreRecordedWithoutNames) {
    house.people_move_in();
    Appoint request = wanted("dina@fr.example", "report_editor", "state:FRA");
    request.from = Day::parse("2026-11-23");
    request.to = Day::parse("2026-11-24");
    auto appointed = house.run(house.signed_in("henri@fr.example"), request);
    ASSERT_TRUE(appointed) << said(appointed);
    auto entry = house.journal("identity.appoint").at(0);
    EXPECT_EQ(entry.on_behalf, "state:FRA");
    EXPECT_EQ(entry.subject, "state:FRA");
    EXPECT_EQ(entry.audience, Audience::member_states);
    const ledger::Facts facts = {
        {"role", "report_editor"}, {"body", "state:FRA"}, {"from", "2026-11-23"}, {"to", "2026-11-24"}};
    EXPECT_EQ(entry.facts, facts);
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM journal WHERE act = 'identity.appoint' AND person > 0 AND "
                          "sealed_body LIKE '%dina@fr.example%'"),
              1);

    std::string held;
    for (int day = 0; day < 4; ++day) {
        held += house.signed_in("dina@fr.example").has(Role::report_editor) ? "yes " : "no ";
        house.clock.advance_seconds(24 * 3600);
    }
    EXPECT_EQ(held, "no no yes yes ") << "from the 21st to the 24th";
    EXPECT_FALSE(house.signed_in("dina@fr.example").has(Role::report_editor));
}

TEST_P(AppointmentCommands, EndAtOnceForSessionsThatAreOpen) {
    house.people_move_in();
    SignedIn dina = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    ASSERT_TRUE(house.actor_of(dina).has(Role::delegate));
    std::int64_t id = house.count("SELECT id FROM identity_appointment WHERE role = 'delegate'");
    Actor henri = house.signed_in("henri@fr.example");
    EndAppointment end{Id<Appointment>{id}};
    EXPECT_EQ(said(house.run(Actor::visitor(), end)), "identity.not_signed_in");
    EXPECT_EQ(said(house.run(house.actor_of(dina), end)), "identity.not_permitted");
    EXPECT_EQ(said(house.run(house.signed_in("karim@eg.example"), end)), "identity.no_such_appointment")
        << "another delegation learns nothing";
    EXPECT_EQ(said(house.run(house.signed_in("karim@eg.example"), EndAppointment{Id<Appointment>{9999}})),
              "identity.no_such_appointment");
    EXPECT_EQ(said(house.run(house.signed_in("sofia@un.example"), end)), "identity.may_not_appoint");
    EXPECT_EQ(said(house.run(henri, end)), "done");
    EXPECT_FALSE(house.actor_of(dina).has(Role::delegate));
    EXPECT_EQ(house.actor_of(dina).reader().least(), Audience::everyone);
    EXPECT_EQ(said(house.run(henri, end)), "identity.already_ended");
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM identity_appointment WHERE ended_by IS NOT NULL"), 1);
    EXPECT_EQ(house.journal("identity.end_appointment").size(), 1U);
}

TEST_P(AppointmentCommands, RefuseWhatTheTablesRefuse) {
    house.people_move_in();
    Actor henri = house.signed_in("henri@fr.example"), sofia = house.signed_in("sofia@un.example");
    std::int64_t entries = house.rows_in("journal");
    EXPECT_EQ(said(house.run(henri, wanted("dina@fr.example", "delegate", "state:EGY"))),
              "identity.not_permitted");
    EXPECT_EQ(said(house.run(henri, wanted("dina@fr.example", "head_of_delegation", "state:FRA", "me"))),
              "identity.may_not_appoint");
    EXPECT_EQ(said(house.run(henri, wanted("dina@fr.example", "secretariat", "secretariat"))),
              "identity.not_permitted");
    EXPECT_EQ(said(house.run(sofia, wanted("dina@fr.example", "delegate", "state:FRA"))),
              "identity.may_not_appoint");
    EXPECT_EQ(said(house.run(sofia, wanted("sofia@un.example", "chair", "chair", "Election"))),
              "identity.may_not_appoint_oneself");
    EXPECT_EQ(said(house.run(sofia, wanted("dina@fr.example", "secretariat", "secretariat"))),
              "identity.not_impartial");
    EXPECT_EQ(said(house.run(sofia, wanted("dina@fr.example", "head_of_delegation", "state:FRA", "x"))),
              "identity.head_exists");
    EXPECT_EQ(said(house.run(Actor::operator_(), wanted("dina@fr.example", "delegate", "state:FRA"))),
              "identity.not_permitted");
    EXPECT_EQ(house.rows_in("journal"), entries) << "a refusal leaves nothing behind";
}

TEST_P(AppointmentCommands, AllFieldProblemsComeTogether) {
    house.people_move_in();
    auto no = house.run(house.signed_in("sofia@un.example"),
                        wanted("no address", "head_of_delegation", "state:ZZZ"));
    EXPECT_EQ(said(no), "identity.email_malformed identity.body_unknown identity.basis_needed");
    EXPECT_EQ(said(house.run(house.signed_in("sofia@un.example"),
                             wanted("nobody@fr.example", "representative", "organisation:first-org"))),
              "identity.no_such_person");
    EXPECT_EQ(said(house.run(house.signed_in("sofia@un.example"),
                             wanted("dina@fr.example", "operator", "secretariat"))),
              "input.not_a_choice");
}

TEST_P(AppointmentCommands, AnInvitationIsAPersonAnAppointmentAndALink) {
    house.people_move_in();
    InvitePerson invited;
    invited.email = "lea@fr.example";
    invited.name = "Léa Morel";
    invited.language = "fr";
    invited.role = "technical_contact";
    invited.body = "state:FRA";
    Actor henri = house.signed_in("henri@fr.example");
    auto link = house.run(henri, invited);
    ASSERT_TRUE(link) << said(link);
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM identity_link"), 1);
    auto entry = house.journal("identity.invite_person").at(0);
    EXPECT_EQ(fact(entry, "role"), "technical_contact");
    EXPECT_EQ(entry.on_behalf, "state:FRA");
    EXPECT_EQ(said(house.run(henri, invited)), "identity.person_exists");

    invited.email = "eve@eg.example";
    invited.body = "state:EGY";
    EXPECT_EQ(said(house.run(henri, invited)), "identity.not_permitted");
    EXPECT_EQ(said(house.run(house.signed_in("sofia@un.example"), invited)), "identity.may_not_appoint");
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM identity_person WHERE email = 'eve@eg.example'"), 0)
        << "nothing half-written";
}

TEST_P(AppointmentCommands, WhoSeesWhoActsForABody) {
    house.people_move_in();
    auto lines = [&](const Actor& actor) {
        return house.database().read([&](storage::Session& session) {
            return appointments_of(session, actor, Body::state("FRA"), Day::of(house.now()));
        });
    };
    auto people = [&](const Actor& actor) {
        return house.database().read([&](storage::Session& session) {
            return people_of(session, actor, Body::state("FRA"), Day::of(house.now()));
        });
    };
    Actor henri = house.signed_in("henri@fr.example"), karim = house.signed_in("karim@eg.example"),
          sofia = house.signed_in("sofia@un.example");
    auto own_lines = lines(henri), others = lines(karim), staff = lines(sofia);
    ASSERT_TRUE(own_lines && others && staff);
    ASSERT_EQ(own_lines->size(), 2U);
    EXPECT_EQ(own_lines->at(0).name, "Henri Blanc");
    EXPECT_EQ(own_lines->at(0).basis, "Credentials of 1 March");
    EXPECT_FALSE(own_lines->at(0).may_end);
    EXPECT_TRUE(own_lines->at(1).may_end);
    EXPECT_EQ(others->at(0).name, "") << "other Member States see roles and days";
    EXPECT_EQ(others->at(0).role, Role::head_of_delegation);
    EXPECT_EQ(staff->at(1).email, "dina@fr.example");
    EXPECT_EQ(said(lines(Actor::visitor())), "identity.no_such_body");

    auto team = people(henri);
    ASSERT_TRUE(team);
    ASSERT_EQ(team->size(), 2U);
    EXPECT_EQ(team->at(0).name, "Dina Roy");
    EXPECT_EQ(team->at(0).roles, std::vector<Role>{Role::delegate});
    EXPECT_EQ(said(people(karim)), "identity.no_such_body");
    EXPECT_EQ(said(people(sofia)), "done");
}

TEST_P(AppointmentCommands, AnObserverStateSeesWhatIsPublic) {
    house.people_move_in();
    house.move_in(house.signed_in("sofia@un.example"), "anna@va.example", "Anna Conti", "head_of_delegation",
                  "state:VAT", "Credentials");
    Actor anna = house.signed_in("anna@va.example");
    EXPECT_TRUE(anna.acts_for_state("VAT"));
    EXPECT_EQ(anna.reader().least(), Audience::everyone);
    EXPECT_EQ(house.signed_in("henri@fr.example").reader().least(), Audience::member_states);
}

TEST_P(AppointmentCommands, AReadersConditionFiltersInTheDatabase) {
    house.people_move_in();
    Reader reader = house.signed_in("dina@fr.example").reader();
    house.database().write([](storage::Session& session) {
        session.script("CREATE TABLE thing (audience INTEGER NOT NULL, owner TEXT)");
        for (int audience = 0; audience <= 4; ++audience)
            for (const char* owner : {"state:FRA", "state:EGY"})
                session.execute({"test.thing", "INSERT INTO thing (audience, owner) VALUES ($1, $2)"},
                                audience, owner);
        session.script("INSERT INTO thing (audience, owner) VALUES (4, NULL)");
    });
    const std::string sql =
        "SELECT COUNT(*) FROM thing t WHERE " + reader.condition("t.audience", "t.owner", 1);
    auto seen = house.database().read([&](storage::Session& session) {
        return session.number({"test.seen", sql}, reader.least(), reader.bodies().at(0));
    });
    EXPECT_EQ(seen, 5 + 2 + 1) << "all of France's, two of Egypt's, and what is nobody's";
}

TEST_P(AppointmentCommands, HostileTextIsKeptAsText) {
    house.people_move_in();
    Actor dina = house.signed_in("dina@fr.example");
    const std::string name = "Robert'); DROP TABLE identity_person;-- <b>\u202e";
    ASSERT_TRUE(house.run(dina, ChangeProfile{name, "fr", 2}));
    EXPECT_EQ(house.signed_in("dina@fr.example").name(), name);
    EXPECT_EQ(said(house.run(house.signed_in("sofia@un.example"),
                             wanted("x' OR '1'='1@fr.example", "representative", "organisation:first-org"))),
              "identity.email_malformed");
}

} // namespace
} // namespace poa::identity
