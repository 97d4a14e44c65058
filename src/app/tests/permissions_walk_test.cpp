// SPDX-License-Identifier: Apache-2.0
// Every role by every route and command, over HTTP: permissions_walk.txt says what each gets.
#include "base/text.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/commitments/permissions.hpp"
#include "capabilities/decisions/permissions.hpp"
#include "capabilities/documents/permissions.hpp"
#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/permissions.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/notices/permissions.hpp"
#include "capabilities/peer_review/permissions.hpp"
#include "capabilities/views/permissions.hpp"
#include "http/target.hpp"
#include "sample_platform.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poa::app::test {
namespace {

struct WalkRow {
    int line = 0;
    std::string route, method, target, body;
    std::map<std::string, int> statuses; ///< of each role
};

/// All roles that come over the network; the operator has the command line only.
std::vector<std::string> roles() {
    std::vector<std::string> names;
    for (identity::Role role : identity::all_roles())
        if (role != identity::Role::operator_) names.emplace_back(identity::name_of(role));
    return names;
}

std::map<std::string, int> statuses_of(std::string_view text) {
    std::map<std::string, int> statuses;
    for (std::string_view clause : split(text, ',')) {
        auto words = split(trim(clause), ' ');
        int status = std::atoi(std::string(words.back()).c_str());
        words.pop_back();
        for (std::string_view word : words)
            if (word != "all" && word != "others") statuses[std::string(word)] = status;
        if (words.front() == "all" || words.front() == "others")
            for (const std::string& role : roles()) statuses.emplace(role, status);
    }
    return statuses;
}

std::vector<WalkRow> read_walk() {
    std::vector<WalkRow> rows;
    int number = 0;
    const std::string text = read_file(std::string(POA_SOURCE_DIR) + "/src/app/tests/permissions_walk.txt");
    for (std::string_view line : split(text, '\n')) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        std::size_t first = line.find(" | "), last = line.rfind(" | ");
        std::string_view sent = line.substr(first + 3, last - first - 3);
        std::size_t method = sent.find(' '), body = sent.find(' ', method + 1);
        rows.push_back({number, std::string(line.substr(0, first)), std::string(sent.substr(0, method)),
                        std::string(sent.substr(method + 1, body - method - 1)),
                        body == std::string_view::npos ? "" : std::string(sent.substr(body + 1)),
                        statuses_of(line.substr(last + 3))});
    }
    return rows;
}

std::string upload_of(const std::string& fields) {
    std::string body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                       "# Words\r\n";
    for (std::string_view field : split(fields, '&'))
        body += fmt::format("--edge\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n",
                            field.substr(0, field.find('=')), field.substr(field.find('=') + 1));
    return body + "--edge--\r\n";
}

Answered send(ServedFolder& served, const WalkRow& row, const std::string& token) {
    if (row.method != "UPLOAD") return served.send(row.method, row.target, row.body, token);
    std::string body = upload_of(row.body);
    std::string authorization = token.empty() ? "" : "Authorization: Bearer " + token + "\r\n";
    return served.exchange(
        fmt::format("POST {} HTTP/1.1\r\nHost: poa.example\r\nConnection: close\r\nAccept: "
                    "application/json\r\n{}Content-Type: multipart/form-data; "
                    "boundary=edge\r\nContent-Length: {}\r\n\r\n{}",
                    row.target, authorization, body.size(), body));
}

void walk_row(ServedFolder& served, const WalkRow& row) {
    for (const std::string& role : roles()) {
        auto expected = row.statuses.find(role);
        ASSERT_NE(expected, row.statuses.end()) << "permissions_walk.txt:" << row.line << ": no " << role;
        Answered answer = send(served, row, SamplePlatform::tokens().at(role));
        EXPECT_EQ(answer.status, expected->second) << "permissions_walk.txt:" << row.line << ": " << role
                                                   << " at " << row.target << ": " << answer.body;
    }
    EXPECT_EQ(row.statuses.size(), roles().size()) << "permissions_walk.txt:" << row.line << ": unknown role";
}

TEST(PermissionsWalk, EveryRoleGetsWhatIsWrittenAtEveryAddress) {
    SamplePlatform reading;
    for (const WalkRow& row : read_walk()) {
        if (row.method == "GET" || row.method == "HEAD") {
            walk_row(reading.served(), row);
        } else {
            SamplePlatform alone; // what one command does must not stand in the way of the next
            walk_row(alone.served(), row);
        }
    }
}

TEST(PermissionsWalk, EveryRouteHasARow) {
    SamplePlatform sample;
    std::set<std::string> written, there;
    for (const WalkRow& row : read_walk()) written.insert(row.route);
    for (const web::Route& route : sample.served().platform().routes().all()) there.insert(route.about.name);
    EXPECT_EQ(written, there);
}

TEST(PermissionsWalk, ARowGoesToItsRoute) {
    SamplePlatform sample;
    http::Router router;
    const auto& all = sample.served().platform().routes().all();
    for (std::size_t i = 0; i < all.size(); ++i) router.add(all[i].method, all[i].pattern, i);
    for (const WalkRow& row : read_walk()) {
        http::Request request;
        ASSERT_TRUE(http::read_target(row.target, request)) << row.target;
        bool reads = row.method == "GET" || row.method == "HEAD";
        auto match = router.match(reads ? http::Method::get : http::Method::post, request.segments);
        ASSERT_TRUE(match.route.has_value()) << row.target;
        EXPECT_EQ(all[*match.route].about.name, row.route) << "permissions_walk.txt:" << row.line;
    }
}

TEST(PermissionsWalk, EveryCommandOverHttpHasARowInItsPermissionTable) {
    SamplePlatform sample;
    for (const web::Route& route : sample.served().platform().routes().all()) {
        if (!route.is_command) continue;
        const std::string& name = route.about.name;
        EXPECT_TRUE(
            identity::permissions().row(name) != nullptr || documents::permissions().row(name) != nullptr ||
            views::permissions().row(name) != nullptr || charter::permissions().row(name) != nullptr ||
            decisions::permissions().row(name) != nullptr || acquis::permissions().row(name) != nullptr ||
            national_reports::permissions().row(name) != nullptr ||
            peer_review::permissions().row(name) != nullptr ||
            commitments::permissions().row(name) != nullptr || notices::permissions().row(name) != nullptr)
            << name;
        EXPECT_EQ(route.input->name(), name) << "the declared input has the name of the command";
    }
    for (const members::CommandGrant& grant : members::permissions()) EXPECT_EQ(grant.role, "operator");
}

} // namespace
} // namespace poa::app::test
