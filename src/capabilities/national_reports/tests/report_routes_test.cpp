// SPDX-License-Identifier: Apache-2.0
// A report over the site, as a browser without scripts and as a program: from the desk to the release.
#include "report_routes_house.hpp"

namespace poa::national_reports::test {
namespace {

TEST_F(ReportRoutes, FromTheDeskToTheRelease) {
    // REP-01, REP-14, REP-20: plain forms from beginning to end; each reader sees what the State shares.
    be(house.editor);
    EXPECT_TRUE(has(page("/my-reports"), "Survey of implementation"));
    const std::string report = opened();
    EXPECT_EQ(report, "/my-reports/1");
    std::string html = page(report);
    EXPECT_TRUE(has(html, "name=\"answers.strategy\""));
    EXPECT_TRUE(has(html, "name=\"seen\" value=\"strategy:0 about:0 bodies:0 point:0\""));
    EXPECT_TRUE(has(html, "Nothing is mandatory."));
    const http::Answer saved =
        form(report + "/save_answers", {{"section", "policy"},
                                        {"seen", "strategy:0 about:0 bodies:0 point:0"},
                                        {"answers.strategy", "in_place"},
                                        {"answers.about", "Words of ours."},
                                        {"answers.bodies", "cert"},
                                        {"answers.bodies", "police"}});
    EXPECT_EQ(saved.status, 303) << saved.body_text();
    EXPECT_EQ(saved.headers.get("location"), report + "?section=policy");
    html = page(report + "?section=policy");
    EXPECT_TRUE(has(html, ">Words of ours.</textarea>"));
    EXPECT_TRUE(has(html, "value=\"police\" checked"));
    EXPECT_EQ(form(report + "/share_answers", {{"question", "strategy"}, {"audience", "public"}}).status,
              303);
    EXPECT_EQ(form(report + "/share_answers",
                   {{"question", "about"}, {"audience", "parties"}, {"parties", "state:XXB"}})
                  .status,
              303);
    EXPECT_TRUE(has(page(report + "/approval"), "state:XXB"));
    EXPECT_EQ(form(report + "/put_up_report", {}).status, 303);

    be(house.approver);
    EXPECT_TRUE(has(page(report + "/approval"), "Submit the report"));
    const std::int64_t revision = house.kept({Id<NationalReport>{1}}).revision;
    EXPECT_TRUE(has(page(report + "/act/submit_report"), "value=\"" + std::to_string(revision) + "\""));
    EXPECT_EQ(form(report + "/submit_report", {{"revision", std::to_string(revision)}}).status, 303);

    be_nobody();
    std::string released = data("/reports/XXA/2027");
    EXPECT_TRUE(
        has(released, R"("question":"strategy","label":"strategy","language":"en","answer":"in_place")"));
    EXPECT_FALSE(has(released, "Words of ours"));
    EXPECT_FALSE(has(released, "cert"));
    EXPECT_TRUE(has(page("/reports/XXA/2027"), "Digest in the ledger"));
    be(house.foreign);
    released = data("/reports/XXA/2027");
    EXPECT_TRUE(has(released, "Words of ours"));
    EXPECT_FALSE(has(released, "cert"));
    be(house.other_editor);
    EXPECT_TRUE(has(data("/reports/XXA/2027"), "cert"));

    be(house.head);
    EXPECT_EQ(form(report + "/withdraw_report", {{"reason", "Ours"}}).status, 303);
    be(house.foreign);
    released = data("/reports/XXA/2027");
    EXPECT_FALSE(has(released, "Words of ours"));
    EXPECT_FALSE(has(released, "strategy"));
}

TEST_F(ReportRoutes, AFormComesBackWithEverythingThatWasTyped) {
    const std::string report = opened();
    const http::Answer refused = form(report + "/save_answers", {{"section", "facts"},
                                                                 {"seen", "staff:0 laws:0 page:0"},
                                                                 {"answers.staff", "many"},
                                                                 {"answers.page", "nowhere"},
                                                                 {"answers.page.note", "A note of mine"},
                                                                 {"answers.laws.cells", "An act"},
                                                                 {"answers.laws.cells", "2019"}});
    EXPECT_EQ(refused.status, 422);
    const std::string html(refused.body_text());
    EXPECT_TRUE(has(html, "href=\"#field-answers.staff\""));
    EXPECT_TRUE(has(html, "value=\"many\""));
    EXPECT_TRUE(has(html, "value=\"nowhere\""));
    EXPECT_TRUE(has(html, ">A note of mine</textarea>"));
    EXPECT_TRUE(has(html, "value=\"An act\""));
    EXPECT_TRUE(has(html, "name=\"seen\" value=\"staff:0 laws:0 page:0\""));
    EXPECT_EQ(house.held({Id<NationalReport>{1}}, "staff").revision, 0);
}

TEST_F(ReportRoutes, TwoTextsStandBesideEachOtherOnThePage) {
    const std::string report = opened();
    const auto save = [&](const char* seen, const char* text) {
        return post(report + "/save_answers",
                    std::string(R"({"seen":")") + seen + R"(","answers":{"about":")" + text + R"("}})");
    };
    EXPECT_TRUE(has(std::string(save("about:0", "one two").body_text()),
                    R"("answers":[{"question":"about","kept":"saved","revision":1,"now":null}])"));
    save("about:1", "one three");
    be(house.other_editor);
    EXPECT_TRUE(has(std::string(save("about:1", "one four").body_text()), R"("kept":"beside")"));
    const std::string html = page(report + "?section=policy");
    EXPECT_TRUE(has(html, "Another text stands beside this answer"));
    EXPECT_TRUE(has(html, ">one three</textarea>"));
    EXPECT_TRUE(has(html, ">one four</p>"));
    EXPECT_TRUE(has(html, "Sample Person 2"));
    EXPECT_TRUE(has(page(report + "/approval"), "To be settled first"));
    const std::string history = page(report + "/answers/about");
    EXPECT_TRUE(has(history, "act/settle_answer?question=about&amp;version=3"));
    const std::string choose = page(report + "/act/settle_answer?question=about&version=3");
    EXPECT_TRUE(has(choose, "name=\"seen\" value=\"2\""));
    EXPECT_TRUE(has(choose, "name=\"version\" value=\"3\" checked"));
    EXPECT_TRUE(has(choose, "<span dir=\"auto\">one three</span>"));
    EXPECT_TRUE(has(choose, "<span dir=\"auto\">one four</span>"));
    EXPECT_EQ(
        form(report + "/settle_answer", {{"question", "about"}, {"version", "3"}, {"seen", "2"}}).status,
        303);
    EXPECT_TRUE(has(page(report + "?section=policy"), ">one four</textarea>"));
}

TEST_F(ReportRoutes, APersonWritesOneTextOutOfTwoWithAForm) {
    // REP-14: the section says at once that two texts stand beside each other, and leads to where one
    // chooses.
    const std::string report = opened();
    const auto save = [&](const char* seen, const char* text) {
        return form(report + "/save_answers",
                    {{"section", "policy"}, {"seen", seen}, {"answers.about", text}});
    };
    save("about:0", "one two three four");
    EXPECT_EQ(save("about:1", "ONE two three four").headers.get("location"), report + "?section=policy");
    be(house.other_editor);
    const std::string merged(save("about:1", "one two three FOUR").headers.get("location"));
    EXPECT_EQ(merged, report + "?section=policy&merged=about");
    EXPECT_TRUE(has(page(merged), "merged with what somebody else wrote"));
    const std::string beside(save("about:1", "one two three 4").headers.get("location"));
    EXPECT_EQ(beside, report + "?section=policy&beside=about");
    EXPECT_TRUE(has(page(beside), "Two texts stand beside each other."));
    EXPECT_TRUE(has(page(beside), "href=\"/my-reports/1/answers/about\" dir=\"auto\">about</a>"));
    // Anybody may write an address; the page says only what is so.
    EXPECT_FALSE(has(page(report + "?section=policy&beside=point"), "Two texts stand beside each other."));
    EXPECT_FALSE(has(page(report + "?section=policy&merged=nothing"), "merged with what"));
    const std::string choose = page(report + "/act/settle_answer?question=about");
    EXPECT_TRUE(has(choose, "Or write one out of both"));
    EXPECT_TRUE(has(choose, ">ONE two three FOUR</textarea>"));
    const http::Answer refused = form(report + "/settle_answer", {{"question", "about"},
                                                                  {"version", "0"},
                                                                  {"seen", "3"},
                                                                  {"answers.about", std::string(20'001, 'x')},
                                                                  {"answers.about.note", "Kept."}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(std::string(refused.body_text()), ">Kept.</textarea>"));
    EXPECT_EQ(form(report + "/settle_answer", {{"question", "about"},
                                               {"version", "0"},
                                               {"seen", "3"},
                                               {"answers.about", "ONE two three, or 4"},
                                               {"answers.about.note", ""}})
                  .status,
              303);
    EXPECT_FALSE(has(page(beside), "Two texts stand beside each other."));
    EXPECT_TRUE(has(page(report + "?section=policy"), ">ONE two three, or 4</textarea>"));
}

TEST_F(ReportRoutes, ASectionIsGivenToAColleagueByName) {
    // REP-14: nobody is named to another delegation.
    const std::string report = opened();
    const std::string choose = page(report + "/act/assign_section?section=facts");
    EXPECT_TRUE(has(choose, "<option value=\"2\">Sample Person 2</option>"));
    EXPECT_FALSE(has(choose, "Sample Person 5"));
    EXPECT_EQ(form(report + "/assign_section", {{"section", "facts"}, {"person", "5"}}).status, 422);
    const http::Answer asked = form(
        report + "/assign_section",
        {{"section", "facts"}, {"person", "2"}, {"ministry", "Ministry of Tests"}, {"due", "2027-04-01"}});
    EXPECT_EQ(asked.status, 303) << asked.body_text();
    EXPECT_TRUE(has(page(report), "Ministry of Tests, Sample Person 2, due 1 April 2027"));
    EXPECT_FALSE(has(page("/my-reports"), "Sections you were asked for"));
    EXPECT_TRUE(has(page(report + "/act/assign_section?section=facts"), "<option value=\"2\" selected>"));
    be(house.other_editor);
    EXPECT_TRUE(has(page("/my-reports"), "Sections you were asked for"));
    EXPECT_TRUE(has(data("/my-reports"), R"("section":"facts","title":"Facts")"));
    form(report + "/mark_section", {{"section", "facts"}, {"ready", "1"}});
    EXPECT_FALSE(has(page("/my-reports"), "Sections you were asked for"));
}

TEST_F(ReportRoutes, AReportIsReadThroughWhole) {
    const std::string report = opened();
    post(report + "/save_answers", R"({"seen":"","answers":{"about":"Words of ours.","staff":3}})");
    const std::string whole = page(report + "/whole");
    EXPECT_TRUE(has(whole, "Words of ours."));
    EXPECT_TRUE(has(whole, "href=\"/my-reports/1?section=facts\" lang=\"en\">Facts</a>"));
    EXPECT_TRUE(has(whole, "No answer"));
    EXPECT_TRUE(
        has(data(report + "/whole"), R"("question":"staff","label":"staff","language":"en","answer":"3")"));
}

TEST_F(ReportRoutes, TheWorkerMaySpeakForReportsAlone) {
    const http::Answer worker = send(http::Method::get, "/my-reports/worker.js", "*/*");
    EXPECT_EQ(worker.status, 200);
    EXPECT_EQ(worker.headers.get("content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(worker.headers.get("service-worker-allowed"), "/my-reports");
    EXPECT_EQ(worker.headers.get("cache-control"), "no-cache");
    EXPECT_TRUE(has(std::string(worker.headers.get("content-security-policy")), "script-src 'self'"));
}

TEST_F(ReportRoutes, NobodyElseLearnsOfAReportThatIsFilledIn) {
    const std::string report = opened();
    for (const std::string& path :
         {report, report + "/whole", report + "/approval", report + "/answers/about",
          report + "/answers.json", report + "/act/share_answers"}) {
        be(house.foreign);
        EXPECT_EQ(send(http::Method::get, path, "application/json").status, 404) << path;
        be_nobody();
        EXPECT_EQ(send(http::Method::get, path, "application/json").status, 401) << path;
    }
    EXPECT_FALSE(has(data("/reports?year=2027"), "XXA"));
    be(house.editor);
    EXPECT_EQ(send(http::Method::get, report + "/act/nonsense", "text/html").status, 404);
    EXPECT_EQ(send(http::Method::get, report + "?section=nonsense", "text/html").status, 404);
}

TEST_F(ReportRoutes, EveryActHasAForm) {
    const std::string report = opened();
    be(house.head);
    for (const char* act :
         {"confirm_answers?section=policy", "share_answers", "settle_answer?question=about",
          "assign_section?section=policy", "mark_section?section=policy", "comment_answer?question=about",
          "settle_comment?comment=1", "put_up_report", "send_back_report", "submit_report", "revise_report",
          "withdraw_report", "import_answers", "offer_practice?question=about", "allow_help",
          "end_help?organisation=x"}) {
        const http::Answer answer = send(http::Method::get, report + "/act/" + act, "text/html");
        EXPECT_EQ(answer.status, 200) << act;
        EXPECT_TRUE(has(std::string(answer.body_text()), "<form")) << act;
    }
    // A refusal says why, on the form.
    const http::Answer refused = form(report + "/put_up_report", {});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(
        has(std::string(refused.body_text()), "There is no confirmed answer that could be released."));
}

TEST_F(ReportRoutes, AnOrganisationThatHelpsHasItOnItsDesk_REP_25) {
    const std::string report = opened();
    const Actor institute = house.appoint(Role::representative, Body::organisation("sample-institute"));
    be(institute);
    EXPECT_FALSE(has(data("/my-reports"), "framework-survey"));
    be(house.head);
    EXPECT_EQ(
        form(report + "/allow_help", {{"organisation", "sample-institute"}, {"until", "2027-04-01"}}).status,
        303);
    EXPECT_TRUE(has(page(report + "/approval"), "helps until 1 April 2027"));
    be(institute);
    EXPECT_TRUE(has(data("/my-reports"), R"("survey":"framework-survey")"));
    EXPECT_EQ(
        form(report + "/save_answers", {{"section", "facts"}, {"seen", "staff:0"}, {"answers.staff", "4"}})
            .status,
        303);
    EXPECT_FALSE(has(page(report), "Choose who will see answers"));
}

} // namespace
} // namespace poa::national_reports::test
