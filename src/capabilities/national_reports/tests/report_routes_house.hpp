// SPDX-License-Identifier: Apache-2.0
#pragma once
// The site of reports over a report house: what tests send to it, as a browser without scripts and as a
// program.
#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/module.hpp"
#include "http/target.hpp"
#include "report_house.hpp"
#include "storage/files.hpp"
#include "web/site.hpp"

#include <filesystem>
#include <unistd.h>

namespace poa::national_reports::test {

class ReportRoutes : public testing::Test {
  protected:
    ReportRoutes() {
        add_report_sentences(routes);
        add_report_pages(routes, links);
        add_report_commands(routes, links);
        add_evidence_routes(routes, links);
        add_import_route(routes, links);
        add_form_routes(routes, links);
        add_export_routes(routes, links);
        web::SiteLinks of_site;
        of_site.visitor_of = [this](const http::Request&) { return visitor; };
        of_site.position = [this] { return house.database->position(); };
        of_site.failure = [](const http::Request*, const char* what) { ADD_FAILURE() << what; };
        site = std::make_unique<web::Site>(web::SiteSettings{}, routes, of_site);
    }
    ~ReportRoutes() override { std::filesystem::remove_all(folder); }

    void be(const Actor& actor) { visitor = std::make_shared<identity::SignedInVisitor>(actor, "token-1"); }
    void be_nobody() { visitor = std::make_shared<web::Visitor>(); }

    http::Answer send(http::Method method, const std::string& target, const std::string& accept,
                      const std::string& type = {}, const std::string& body = {}) {
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
    std::string page(const std::string& target) {
        return std::string(send(http::Method::get, target, "text/html").body_text());
    }
    std::string data(const std::string& target) {
        return std::string(send(http::Method::get, target, "application/json").body_text());
    }
    http::Answer post(const std::string& target, const std::string& json) {
        return send(http::Method::post, target, "application/json", "application/json", json);
    }
    using Fields = std::vector<std::pair<std::string, std::string>>;
    http::Answer form(const std::string& target, const Fields& fields) {
        std::string body = "form_token=token-1";
        for (const auto& [name, value] : fields)
            body += "&" + percent_encode(name) + "=" + percent_encode(value);
        return send(http::Method::post, target, "text/html", "application/x-www-form-urlencoded", body);
    }
    static testing::AssertionResult has(const std::string& text, std::string_view words) {
        if (text.find(words) != std::string::npos) return testing::AssertionSuccess();
        return testing::AssertionFailure() << "no " << words << " in\n" << text;
    }

    House house;
    std::string folder = [] {
        std::string name = (std::filesystem::temp_directory_path() / "poa-reports-XXXXXX").string();
        require(::mkdtemp(name.data()) != nullptr, "a temporary folder");
        return name;
    }();
    storage::FileStore files{folder};
    charter::CurrentCharter in_force;
    members::CurrentRegister states;
    acquis::CurrentFramework framework;
    ModuleLinks links{*house.database, house.clock, files, in_force, states, framework, ""};
    web::Routes routes;
    std::shared_ptr<const web::Visitor> visitor = std::make_shared<web::Visitor>();
    std::unique_ptr<web::Site> site;

    /// Opens a report by the form of the desk.
    std::string opened() {
        be(house.editor);
        const http::Answer made = form("/my-reports/open_report",
                                       {{"state", "XXA"}, {"survey", "framework-survey"}, {"year", "2027"}});
        EXPECT_EQ(made.status, 303) << made.body_text();
        return std::string(made.headers.get("location"));
    }
};

} // namespace poa::national_reports::test
