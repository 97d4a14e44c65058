// SPDX-License-Identifier: Apache-2.0
// Calls for views over the site: a whole call from opening to closing, by forms, by JSON and by files.
#include "base/text.hpp"
#include "call_house.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/views/module_calls.hpp"
#include "http/target.hpp"
#include "web/site.hpp"

#include <filesystem>
#include <unistd.h>

namespace poa::views::test {
namespace {

class CallRoutes : public Calls {
  protected:
    CallRoutes() {
        house.work([](ledger::Work& unit) {
            return members::load_reference(
                unit, {reference_file("members.json"), reference_file("organisations.json")});
        });
        house.read([&](storage::Session& session) { states.refresh(session); });
        add_call_routes(routes, {*house.database, house.clock, files, states, standing, ""});
        web::SiteLinks links;
        links.visitor_of = [this](const http::Request&) { return visitor; };
        links.position = [this] { return house.database->position(); };
        links.failure = [](const http::Request*, const char* what) { ADD_FAILURE() << what; };
        site = std::make_unique<web::Site>(web::SiteSettings{}, routes, links);
    }
    ~CallRoutes() override { std::filesystem::remove_all(folder); }

    void be(const identity::Actor& actor) {
        visitor = std::make_shared<identity::SignedInVisitor>(actor, "token-1");
    }
    void be_nobody() { visitor = std::make_shared<web::Visitor>(); }

    http::Answer send(http::Method method, const std::string& target, const std::string& type = {},
                      const std::string& body = {}, const std::string& accept = "application/json") {
        http::Request request;
        request.method = method;
        EXPECT_TRUE(http::read_target(target, request)) << target;
        request.headers.add("host", "poa.example");
        request.headers.add("accept", accept);
        request.headers.add("authorization", "Bearer abc");
        if (!type.empty()) request.headers.add("content-type", type);
        request.body = body;
        auto verdict = site->on_head(request);
        if (verdict.refused) return *verdict.refused;
        if (auto answer = site->at_once(request)) return *answer;
        return site->answer(request);
    }
    std::string get(const std::string& target, const std::string& accept = "application/json") {
        return std::string(send(http::Method::get, target, {}, {}, accept).body_text());
    }
    http::Answer post(const std::string& target, const std::string& json) {
        return send(http::Method::post, target, "application/json", json);
    }
    using FormFields = std::vector<std::pair<std::string, std::string>>;
    /// Commands that take a file take a multipart form, with or without one.
    http::Answer form(const std::string& target, const FormFields& fields, std::string before = {}) {
        for (const auto& [name, value] : fields)
            before +=
                "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        return send(http::Method::post, target, "multipart/form-data; boundary=edge",
                    before + "--edge--\r\n");
    }
    http::Answer upload(const std::string& target, const std::string& file_name, const std::string& content,
                        const FormFields& fields) {
        return form(target, fields,
                    "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file_name +
                        "\"\r\n\r\n" + content + "\r\n");
    }
    static bool has(const http::Answer& answer, std::string_view words) {
        return answer.body_text().find(words) != std::string_view::npos;
    }
    static std::string new_folder() {
        std::string name = (std::filesystem::temp_directory_path() / "poa-calls-XXXXXX").string();
        require(::mkdtemp(name.data()) != nullptr, "a temporary folder");
        return name;
    }

    std::string folder = new_folder();
    storage::FileStore files{folder};
    members::CurrentRegister states;
    CurrentStanding standing;
    web::Routes routes;
    std::shared_ptr<const web::Visitor> visitor = std::make_shared<web::Visitor>();
    std::unique_ptr<web::Site> site;
    const std::string call = "/views/calls/a-res-77-37-para-3";
    const std::string opening =
        R"({"title":"Views on a programme","mandate_symbol":"A/RES/77/37","mandate_paragraph":"3",)"
        R"("languages":["en","fr"],"audience":"public","stakeholders_invited":true,)"
        R"("opening":"2027-01-11","deadline":"2027-04-15"})";
};
INSTANTIATE_TEST_SUITE_P(Both, CallRoutes, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(CallRoutes, DOC_10_FromOpeningToClosing) {
    EXPECT_EQ(post("/views/calls/open_call", opening).status, 401);
    be(house.secretariat);
    http::Answer opened = post("/views/calls/open_call", opening);
    EXPECT_EQ(opened.status, 201) << opened.body_text();
    EXPECT_TRUE(has(opened, R"("call":"a-res-77-37-para-3","address":"/views/calls/a-res-77-37-para-3")"));

    be(house.france);
    http::Answer typed =
        form(call + "/submit_views", {{"language", "fr"}, {"text", "Les réunions sont ouvertes."}});
    EXPECT_EQ(typed.status, 201) << typed.body_text();
    EXPECT_TRUE(has(typed, R"("actor":"state:FRA","document":"views-a-res-77-37-para-3-fra","late":false)"));

    house.go_to("2027-04-16T09:00:00Z");
    be(house.kenya);
    http::Answer file = upload(call + "/submit_views", "Views of Kenya.txt",
                               "Meetings should be open to all.", {{"language", "en"}});
    EXPECT_EQ(file.status, 201) << file.body_text();
    EXPECT_TRUE(has(file, R"("late":true,"deadline":"2027-04-15")"));
    EXPECT_EQ(files.all().size(), 2U) << "both as they came";

    be(house.secretariat);
    EXPECT_EQ(post(call + "/extend_call", R"({"deadline":"2027-04-28","reason":"Asked for"})").status, 200);
    EXPECT_EQ(post(call + "/remind_call", R"({"channel":"note_verbale","text":"It nears."})").status, 201);
    EXPECT_EQ(post(call + "/close_call", "{}").status, 409);
    house.go_to("2027-04-29T00:00:00Z");
    EXPECT_EQ(post(call + "/close_call", "{}").status, 200);
    be(house.france);
    EXPECT_EQ(form(call + "/submit_views", {{"language", "en"}, {"text", "More."}}).status, 409);

    be_nobody();
    const std::string page = get(call);
    EXPECT_NE(page.find(R"("stage":"closed")"), std::string::npos);
    EXPECT_NE(page.find(R"("states":2,"late":1)"), std::string::npos);
    EXPECT_NE(page.find(R"("group":"weog")"), std::string::npos);
    const std::string list = get(call + "/submissions", "text/csv");
    EXPECT_NE(list.find("2,late,state:KEN,Kenya"), std::string::npos) << list;
    EXPECT_NE(get(call + "/submissions?format=atom").find("<title>Kenya</title>"), std::string::npos);
    EXPECT_NE(get("/views/calls", "text/csv").find("closed"), std::string::npos);
    const std::string shown = get(call, "text/html");
    EXPECT_NE(shown.find("The platform sends no mail yet."), std::string::npos);
    EXPECT_NE(shown.find("Closed on 29 April 2027. Nothing more is taken."), std::string::npos);
}

TEST_P(CallRoutes, DOC_13_AConsultationWithItsEntries) {
    be(house.secretariat);
    ASSERT_EQ(post("/views/calls/open_call", opening).status, 201);
    http::Answer done = form(call + "/record_consultation", {{"day", "2027-01-11"},
                                                             {"place", "online"},
                                                             {"held_by", "The Chair"},
                                                             {"states", "KEN, EGY"},
                                                             {"views_of", "KEN"},
                                                             {"language", "en"},
                                                             {"text", "Kenya spoke."}});
    EXPECT_EQ(done.status, 201) << done.body_text();
    EXPECT_TRUE(has(done, R"("consultation":1)") && has(done, R"("entries":[1])"));
    const std::string shown = get(call, "text/html");
    EXPECT_NE(shown.find("Views gathered in consultations"), std::string::npos);
    EXPECT_NE(shown.find("not the State&#39;s own paper"), std::string::npos);
    be(house.kenya);
    EXPECT_NE(get(call, "text/html").find("Take exception"), std::string::npos);
    EXPECT_EQ(post(call + "/submissions/1/withdraw_submission", R"({"reason":"We said otherwise."})").status,
              200);
    EXPECT_NE(get(call, "text/html").find("the State took exception to this entry"), std::string::npos);
}

TEST_P(CallRoutes, FormsShowWhatIsWrongAtItsField) {
    be(house.secretariat);
    ASSERT_EQ(post("/views/calls/open_call", opening).status, 201);
    EXPECT_NE(get("/views/calls/new", "text/html").find("name=\"mandate_paragraph\""), std::string::npos);
    EXPECT_NE(get(call + "/submit", "text/html").find("name=\"received\""), std::string::npos);
    be(house.france);
    const std::string own = get(call + "/submit", "text/html");
    EXPECT_NE(own.find("enctype=\"multipart/form-data\""), std::string::npos);
    EXPECT_EQ(own.find("name=\"received\""), std::string::npos) << "that is the secretariat's";
    EXPECT_EQ(send(http::Method::get, "/views/calls/new").status, 403);
    http::Answer empty = form(call + "/submit_views", {{"language", "ru"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(has(empty, "This call takes views in: en, fr."));
    EXPECT_TRUE(has(empty, "Give a text, a file or a document on the record."));
    http::Answer unreadable =
        upload(call + "/submit_views", "views.pdf", "%PDF-1.4 nothing", {{"language", "en"}});
    EXPECT_EQ(unreadable.status, 422);
    EXPECT_TRUE(house.submissions("a-res-77-37-para-3").empty());
    be_nobody();
    EXPECT_EQ(send(http::Method::get, call + "/submit").status, 401);
    EXPECT_EQ(send(http::Method::get, "/views/calls/nowhere").status, 404);
}

/// What is refused has a sentence: every code these commands give.
TEST_P(CallRoutes, EveryRefusalHasItsSentence) {
    const char* codes[] = {"views.no_such_call",
                           "views.no_such_submission",
                           "views.call_closed",
                           "views.not_open_yet",
                           "views.deadline_runs",
                           "views.nobody_to_remind",
                           "views.stakeholders_not_invited",
                           "views.already_withdrawn",
                           "views.for_member_states",
                           "views.stale",
                           "views.day_past",
                           "views.day_to_come",
                           "views.deadline_before_opening",
                           "views.deadline_not_later",
                           "views.reminder_outside",
                           "views.malformed_days",
                           "views.malformed_paragraph",
                           "views.language_unknown",
                           "views.audience_too_narrow",
                           "views.actor_unknown",
                           "views.state_unknown",
                           "views.language_not_accepted",
                           "views.nothing_to_submit",
                           "views.more_than_one",
                           "views.for_secretariat",
                           "views.no_such_document",
                           "views.document_withdrawn",
                           "views.document_narrower",
                           "views.section_without_document",
                           "views.no_such_section",
                           "views.received_before_opening",
                           "views.no_such_consultation",
                           "views.consultation_of_state",
                           "views.did_not_take_part",
                           "views.state_has_submitted"};
    for (const char* code : codes) EXPECT_TRUE(routes.sentences().all().contains(code)) << code;
}

} // namespace
} // namespace poa::views::test
