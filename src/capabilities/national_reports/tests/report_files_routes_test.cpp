// SPDX-License-Identifier: Apache-2.0
// Files of a report over the site: evidence, forms, exports, a report carried away and brought back.
#include "report_routes_house.hpp"

#include <fstream>

namespace poa::national_reports::test {
namespace {

TEST_F(ReportRoutes, AnExportHoldsWhatItsReaderMaySeeAndGoesOutAsAFile) {
    const std::string report = opened();
    form(report + "/save_answers",
         {{"seen", "strategy:0 about:0"}, {"answers.strategy", "in_place"}, {"answers.about", "For some."}});
    form(report + "/share_answers", {{"question", "strategy"}, {"audience", "public"}});
    form(report + "/share_answers",
         {{"question", "about"}, {"audience", "parties"}, {"parties", "state:XXB"}});
    form(report + "/put_up_report", {});
    be(house.approver);
    const std::int64_t revision = house.kept({Id<NationalReport>{1}}).revision;
    EXPECT_EQ(form(report + "/submit_report", {{"revision", std::to_string(revision)}}).status, 303);
    const auto exported = [&](const std::string& query) {
        const http::Answer answer = send(http::Method::get, "/reports/export" + query, "*/*");
        EXPECT_EQ(answer.status, 200) << answer.body_text();
        EXPECT_EQ(answer.headers.get("cache-control"), "no-store");
        const auto* body = std::get_if<http::FileBody>(&answer.body);
        if (body == nullptr) return std::string("no file");
        std::ifstream file(body->path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    be_nobody();
    EXPECT_EQ(exported("?year=2027&format=csv"),
              "\xEF\xBB\xBFstate,year,survey,version,question,chosen,text,note\r\n"
              "XXA,2027,framework-survey,1,strategy,in_place,,\r\n");
    EXPECT_EQ(exported("?year=2026&format=json"), "{\"answers\":[]}\n");
    be(house.foreign);
    EXPECT_TRUE(has(exported("?format=json"), "For some."));
    EXPECT_TRUE(exported("?year=2027&format=xlsx").starts_with("PK"));
    EXPECT_EQ(send(http::Method::get, "/reports/export?format=pdf", "*/*").status, 422);
}

TEST_F(ReportRoutes, AFileIsSentByAPlainFormAndOnlyEverDownloaded) {
    const std::string report = opened();
    EXPECT_TRUE(
        has(page(report + "?section=facts"), "/act/attach_evidence?section=facts&amp;question=paper"));
    EXPECT_TRUE(has(page(report + "/act/attach_evidence?question=paper"), "multipart/form-data"));
    const auto part = [](const char* name, const std::string& value, const char* more = "") {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + std::string(name) + "\"" + more +
               "\r\n\r\n" + value + "\r\n";
    };
    const std::string pdf = "%PDF-1.7\nA law of ours.";
    const http::Answer sent = send(
        http::Method::post, report + "/attach_evidence", "text/html", "multipart/form-data; boundary=edge",
        part("form_token", "token-1") + part("question", "paper") + part("seen", "0") +
            part("file", pdf, "; filename=\"Law.html\"\r\nContent-Type: text/html") + "--edge--\r\n");
    ASSERT_EQ(sent.status, 303) << sent.body_text();
    const std::string own = report + "/evidence/" + sha256(pdf).hex();
    const std::string html = page(report + "?section=facts");
    EXPECT_TRUE(has(html, "href=\"" + own + "\""));
    EXPECT_TRUE(has(html, "Law.pdf"));
    EXPECT_TRUE(has(html, sha256(pdf).hex()));
    const auto headers = [&](const http::Answer& answer) {
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.headers.get("content-type"), "application/octet-stream");
        EXPECT_EQ(answer.headers.get("content-disposition"), "attachment; filename=\"law.pdf\"");
        EXPECT_EQ(answer.headers.get("x-content-type-options"), "nosniff");
        EXPECT_TRUE(answer.headers.get("content-security-policy").starts_with("sandbox;"));
        EXPECT_EQ(answer.headers.get("cache-control"), "no-store");
    };
    const auto get = [&](const std::string& target) { return send(http::Method::get, target, "*/*"); };
    headers(get(own));
    const std::string released = "/reports/XXA/2027/evidence/" + sha256(pdf).hex();
    EXPECT_EQ(get(released).status, 404) << "nothing is released";
    form(report + "/share_answers",
         {{"question", "paper"}, {"audience", "parties"}, {"parties", "state:XXB"}});
    form(report + "/put_up_report", {});
    be(house.approver);
    const std::int64_t revision = house.kept({Id<NationalReport>{1}}).revision;
    EXPECT_EQ(form(report + "/submit_report", {{"revision", std::to_string(revision)}}).status, 303);
    be_nobody();
    EXPECT_EQ(get(released).status, 404);
    EXPECT_EQ(get(own).status, 401);
    EXPECT_EQ(get("/reports/XXA/2027/evidence/nothing").status, 404);
    be(house.foreign);
    EXPECT_EQ(get(own).status, 404);
    EXPECT_TRUE(has(page("/reports/XXA/2027"), released));
    headers(get(released));
    be(house.editor);
    EXPECT_EQ(form(report + "/remove_evidence",
                   {{"question", "paper"}, {"seen", "1"}, {"sha256", sha256(pdf).hex()}})
                  .status,
              303);
    EXPECT_FALSE(has(page(report + "?section=facts"), own));
    EXPECT_TRUE(has(page(report + "/answers/paper"), own)) << "the history keeps it";
    be(house.head);
    EXPECT_EQ(form(report + "/withdraw_report", {{"reason", "Ours"}}).status, 303);
    be(house.foreign);
    EXPECT_EQ(get(released).status, 404);
}

TEST_F(ReportRoutes, AReportIsCarriedAwayAndBroughtBack) {
    // REP-14: filled in without a line.
    const std::string report = opened();
    post(report + "/save_answers", R"({"seen":"","answers":{"about":"one two","staff":3}})");
    const std::string file = data(report + "/answers.json");
    EXPECT_TRUE(has(file, R"("seen":{"about":1,"staff":1})"));
    const std::string body =
        "--edge\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\ntoken-1\r\n"
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"answers.json\"\r\n\r\n" +
        replace_all(file, "one two", "one two three") + "\r\n--edge--\r\n";
    const http::Answer taken = send(http::Method::post, report + "/import_answers", "application/json",
                                    "multipart/form-data; boundary=edge", body);
    EXPECT_EQ(taken.status, 200);
    EXPECT_TRUE(has(std::string(taken.body_text()), R"({"question":"about","kept":"saved","revision":2)"));
    EXPECT_TRUE(
        has(std::string(taken.body_text()), R"({"question":"staff","kept":"unchanged","revision":1)"));
}

TEST_F(ReportRoutes, AFormIsTakenAwayFilledInAndLookedAtBeforeItIsTakenIn) {
    // REP-14: by plain forms, without a script and without a line in between.
    const std::string report = opened();
    post(report + "/save_answers", R"({"seen":"","answers":{"about":"one two"}})");
    EXPECT_TRUE(has(page(report), "href=\"" + report + "/form/docx\""));
    const http::Answer html = send(http::Method::get, report + "/form/html?lang=ar", "*/*");
    EXPECT_EQ(html.headers.get("content-disposition"),
              "attachment; filename=\"XXA-2027-framework-survey-ar.html\"");
    EXPECT_TRUE(has(std::string(html.body_text()), "dir=\"rtl\""));
    EXPECT_TRUE(has(std::string(html.body_text()), "{form framework-survey 1 XXA 2027}"));
    const std::string book(send(http::Method::get, report + "/form/xlsx", "*/*").body_text());
    EXPECT_TRUE(book.starts_with("PK"));
    EXPECT_EQ(send(http::Method::get, report + "/form/exe", "*/*").status, 404);
    const http::Answer empty = send(http::Method::get, "/surveys/framework-survey/1/form/html", "*/*");
    EXPECT_TRUE(has(std::string(empty.body_text()), "{form framework-survey 1}"));
    EXPECT_FALSE(has(std::string(empty.body_text()), "one two"));
    EXPECT_EQ(send(http::Method::get, "/surveys/framework-survey/9/form/html", "*/*").status, 404);
    const auto part = [](const std::string& name, const std::string& value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    };
    const std::string filled =
        "{form framework-survey 1 XXA 2027}\n{seen about:1}\n{about}one two three{/about}"
        "\n{about.note}{/about.note}\n{staff}many{/staff}\n{staff.note}{/staff.note}";
    const auto sent = [&](const std::string& fields) {
        return send(http::Method::post, report + "/import_answers", "text/html",
                    "multipart/form-data; boundary=edge",
                    part("form_token", "token-1") + fields + "--edge--\r\n");
    };
    EXPECT_TRUE(has(page(report + "/act/import_answers"), "name=\"look\""));
    const http::Answer look = sent(part("look", "1") + part("file\"; filename=\"form.docx", filled));
    EXPECT_EQ(look.status, 200);
    const std::string shown(look.body_text());
    EXPECT_TRUE(has(shown, "Nothing is saved yet."));
    EXPECT_TRUE(has(shown, ">one two</td>"));
    EXPECT_TRUE(has(shown, ">one two three</td>"));
    EXPECT_TRUE(has(shown, "line 5"));
    EXPECT_EQ(house.held({Id<NationalReport>{1}}, "about").answer.text, "one two");
    const std::size_t begin = shown.find("name=\"answers\" value=\"") + 22;
    const std::string answers =
        replace_all(shown.substr(begin, shown.find('"', begin) - begin), "&quot;", "\"");
    EXPECT_EQ(sent(part("answers", answers)).status, 303);
    EXPECT_EQ(house.held({Id<NationalReport>{1}}, "about").answer.text, "one two three");
    be(house.foreign);
    EXPECT_EQ(send(http::Method::get, report + "/form/html", "*/*").status, 404);
}

} // namespace
} // namespace poa::national_reports::test
