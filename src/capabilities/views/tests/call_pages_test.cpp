// SPDX-License-Identifier: Apache-2.0
// What the pages of calls give: lists apart, the coverage of the membership, and nothing that is not for the
// reader.
#include "call_house.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/views/pages_calls_drawing.hpp"
#include "capabilities/views/pages_calls_loading.hpp"

namespace poa::views::test {
namespace {

struct Visiting {
    explicit Visiting(std::optional<identity::Actor> actor = {}) {
        if (actor) visit.visitor = std::make_shared<identity::SignedInVisitor>(*actor, "token");
    }
    http::Request request;
    http::Parameters path;
    web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::html,
                     std::make_shared<web::Visitor>()};
};

class CallPages : public Calls {
  protected:
    Visiting visitor;

    [[nodiscard]] Result<CallPage> page(const std::string& call, const Visiting& of) {
        const Present present{shipped_register(), house.clock.now()};
        return house.read(
            [&](storage::Session& session) { return load_call(session, of.visit, {call}, present); });
    }
    [[nodiscard]] Result<NoReplyPage> no_reply(const std::string& call, const Visiting& of) {
        const Present present{shipped_register(), house.clock.now()};
        return house.read(
            [&](storage::Session& session) { return load_no_reply(session, of.visit, {call}, present); });
    }
    [[nodiscard]] Result<CallFormPage> form(const std::string& call, const Visiting& of,
                                            std::string_view command) {
        const Present present{shipped_register(), house.clock.now()};
        return house.read([&](storage::Session& session) {
            return load_call_form(session, of.visit, {call}, present, command);
        });
    }
};
INSTANTIATE_TEST_SUITE_P(Both, CallPages, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(CallPages, DOC_10_LateOnesAreListedApartWithBothFacts) {
    const std::string call = house.opened();
    (void)house.submit(house.france, CallHouse::typed(call));
    house.go_to("2027-04-17T08:00:00Z");
    (void)house.submit(house.kenya, CallHouse::typed(call, "Kenya's words.\n"));
    (void)house.submit(house.institute, CallHouse::typed(call, "Words of an institute.\n"));
    (void)house.extend(call, "2027-04-28");
    auto found = page(call, visitor);
    ASSERT_EQ(said(found), "done");
    EXPECT_EQ(found->call.stage, "extended");
    EXPECT_EQ(found->call.states, 2);
    EXPECT_EQ(found->call.late, 1);
    EXPECT_EQ(found->call.stakeholders, 1);
    ASSERT_EQ(found->submissions.size(), 3U);
    EXPECT_EQ(found->submissions[1].listed, "late");
    EXPECT_FALSE(found->submissions[1].late_by_present_deadline);
    const std::string html = draw_call(*found, visitor.visit).body.text();
    EXPECT_NE(html.find("late: the deadline that held when it came was 15 April 2027"), std::string::npos);
    EXPECT_NE(html.find("within the deadline as later extended"), std::string::npos);
    EXPECT_NE(html.find("after the deadline had passed"), std::string::npos);
    EXPECT_LT(html.find("Submissions in time"), html.find("Late submissions"));
    EXPECT_NE(html.find("Papers of organisations and other stakeholders"), std::string::npos);
}

TEST_P(CallPages, INC_14_SaysHowManyOfHowManyRepliedByGroup) {
    const std::string call = house.opened();
    (void)house.submit(house.france, CallHouse::typed(call));
    (void)house.submit(house.kenya, CallHouse::typed(call, "Kenya's words.\n"));
    auto found = page(call, visitor);
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> of_how_many;
    std::int64_t regional = 0;
    for (const CoverageRow& row : found->coverage) {
        of_how_many[row.group] = {row.replied, row.called};
        if (row.group != "ldc" && row.group != "lldc" && row.group != "sids") regional += row.called;
    }
    EXPECT_EQ(regional, 193) << "every Member State is counted in one regional group";
    EXPECT_EQ(of_how_many["african-group"], std::pair(std::int64_t{1}, std::int64_t{54}));
    EXPECT_EQ(of_how_many["weog"].first, 1);
    EXPECT_EQ(of_how_many["grulac"], std::pair(std::int64_t{0}, std::int64_t{33}));
    EXPECT_GT(of_how_many["sids"].second, 0);
    EXPECT_EQ(found->without_reply, 191);
    std::int64_t replied = 0;
    for (const ReplyTile& tile : found->tiles) replied += tile.replied ? 1 : 0;
    EXPECT_EQ(replied, 2);
    const std::string html = draw_call(*found, visitor.visit).body.text();
    EXPECT_NE(html.find("tile-has"), std::string::npos);
    auto plain = no_reply(call, visitor);
    ASSERT_EQ(said(plain), "done");
    EXPECT_EQ(plain->rows.size(), 191U);
    EXPECT_TRUE(std::ranges::none_of(plain->rows, [](const PlainState& row) { return row.iso3 == "FRA"; }));
}

TEST_P(CallPages, TheMandateLeadsToItsPassage) {
    const std::string call = house.opened();
    EXPECT_EQ(page(call, visitor)->call.mandate_address, "");
    documents::ImportHints hints;
    hints.symbol = documents::Symbol::parse("A/RES/77/37");
    auto resolution = documents::prepare_import(
        {"# Programme of action\n\n1. Decides one thing;\n\n2. Welcomes another;\n\n3. Requests views.\n",
         "a-res-77-37.txt", "text/plain"},
        hints, {}, nullptr);
    ASSERT_EQ(said(resolution), "done");
    resolution->audience = Audience::everyone;
    auto imported = house.work([&](ledger::Work& unit) {
        return documents::import_document(unit, {"secretariat", 1, true}, *resolution);
    });
    ASSERT_EQ(said(imported), "done");
    EXPECT_EQ(page(call, visitor)->call.mandate_address, "/documents/a-res-77-37/passages/para-3");
}

TEST_P(CallPages, WhatIsForMemberStatesIsNotShownToOthers) {
    OpenCall request = CallHouse::sample_call();
    request.audience = Audience::member_states;
    const std::string call = house.open(request)->slug;
    (void)house.submit(house.france, CallHouse::typed(call));
    (void)house.submit(house.institute, CallHouse::typed(call, "Words of an institute.\n"));
    auto open_to_all = page(call, visitor);
    EXPECT_EQ(open_to_all->call.states, 1) << "counts are public";
    EXPECT_TRUE(open_to_all->submissions.empty());
    EXPECT_TRUE(open_to_all->tiles.empty() && open_to_all->coverage.empty());
    EXPECT_EQ(draw_call(*open_to_all, visitor.visit).body.text().find("views-a-res"), std::string::npos);
    EXPECT_EQ(said(no_reply(call, visitor)), "views.for_member_states");
    auto for_member = page(call, Visiting(house.kenya));
    EXPECT_EQ(for_member->submissions.size(), 2U);
    EXPECT_FALSE(for_member->tiles.empty());
    auto for_institute = page(call, Visiting(house.institute));
    ASSERT_EQ(for_institute->submissions.size(), 1U) << "its own";
    EXPECT_EQ(for_institute->submissions[0].actor, "organisation:cyberpeace-institute");
    EXPECT_FALSE(for_institute->submissions[0].address.empty());
}

TEST_P(CallPages, FormsAreForWhoMaySendThem) {
    const std::string call = house.opened();
    (void)house.submit(house.france, CallHouse::typed(call));
    struct RowOfTable {
        const char* command;
        const char *visitor, *secretariat, *delegate, *representative;
    };
    constexpr const char *ok = "done", *in = "identity.not_signed_in", *no = "identity.not_permitted";
    constexpr RowOfTable table[] = {
        {"views.open_call", in, ok, no, no},    {"views.extend_call", in, ok, no, no},
        {"views.close_call", in, ok, no, no},   {"views.remind_call", in, ok, no, no},
        {"views.submit_views", in, ok, ok, ok}, {"views.record_consultation", in, ok, no, no},
    };
    for (const RowOfTable& row : table) {
        EXPECT_EQ(said(form(call, visitor, row.command)), row.visitor) << row.command;
        EXPECT_EQ(said(form(call, Visiting(house.secretariat), row.command)), row.secretariat) << row.command;
        EXPECT_EQ(said(form(call, Visiting(house.france), row.command)), row.delegate) << row.command;
        EXPECT_EQ(said(form(call, Visiting(house.institute), row.command)), row.representative)
            << row.command;
    }
    auto offered = page(call, Visiting(house.france));
    EXPECT_TRUE(offered->offers.submit);
    EXPECT_FALSE(offered->offers.extend || offered->offers.enter || offered->offers.close);
    EXPECT_TRUE(offered->submissions[0].may_withdraw);
    EXPECT_FALSE(page(call, Visiting(house.kenya))->submissions[0].may_withdraw);
}

TEST_P(CallPages, DOC_19_TheFeedHasEverySubmissionWithAnIdentityThatStays) {
    const std::string call = house.opened();
    (void)house.submit(house.france, CallHouse::typed(call));
    house.go_to("2027-04-17T08:00:00Z");
    (void)house.submit(house.kenya, CallHouse::typed(call, "Kenya's words.\n"));
    const Present present{shipped_register(), house.clock.now()};
    auto list = house.read(
        [&](storage::Session& session) { return load_submissions(session, visitor.visit, {call}, present); });
    ASSERT_EQ(said(list), "done");
    std::string feed;
    write_atom(feed, *list, visitor.visit);
    EXPECT_NE(feed.find("/views/calls/" + call + "/submissions/1</id>"), std::string::npos);
    EXPECT_NE(feed.find("Late submissions: Kenya: Views on a programme of action"), std::string::npos);
    EXPECT_NE(feed.find("<updated>2027-04-17T08:00:00Z</updated>"), std::string::npos);
}

} // namespace
} // namespace poa::views::test
