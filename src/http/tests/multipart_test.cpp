// SPDX-License-Identifier: Apache-2.0
#include "http/multipart.hpp"

#include <gtest/gtest.h>

#include <random>

namespace poa::http {
namespace {

constexpr std::string_view form_type = "multipart/form-data; boundary=XX";

std::string part(std::string_view head, std::string_view content) {
    return fmt::format("--XX\r\n{}\r\n\r\n{}\r\n", head, content);
}

std::string field(std::string_view parameters, std::string_view content = "v") {
    return part(fmt::format("Content-Disposition: form-data; {}", parameters), content);
}

TEST(Multipart, ReadsFieldsAndFilesInOrder) {
    std::string body =
        field("name=\"title\"", "A/78/76") +
        part("content-type: text/plain\r\nContent-Disposition: form-data; name=file; filename=\"a.txt\"",
             "line\r\n--X\r\nline") +
        field("name=\"empty\"", "") + "--XX--\r\nafterwards";
    auto parts = parse_multipart(form_type, body);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 3u);
    EXPECT_EQ((*parts)[0].name, "title");
    EXPECT_EQ((*parts)[0].content, "A/78/76");
    EXPECT_EQ((*parts)[0].filename, "");
    EXPECT_EQ((*parts)[1].filename, "a.txt");
    EXPECT_EQ((*parts)[1].content_type, "text/plain");
    EXPECT_EQ((*parts)[1].content, "line\r\n--X\r\nline");
    EXPECT_EQ((*parts)[2].content, "");
}

TEST(Multipart, TakesOtherSpellingsOfTheSame) {
    auto with_preamble =
        parse_multipart("Multipart/Form-Data; charset=utf-8; Boundary=\"X X\"",
                        "hello\r\n--X X \t\r\nContent-Disposition: form-data; name=a\r\n\r\nv\r\n--X X--");
    ASSERT_TRUE(with_preamble);
    EXPECT_EQ(with_preamble->at(0).content, "v");
    EXPECT_EQ(parse_multipart(form_type, "--XX--\r\n")->size(), 0u);
    auto empty_part =
        parse_multipart(form_type, "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n--XX--");
    ASSERT_TRUE(empty_part);
    EXPECT_EQ(empty_part->at(0).content, "");
}

struct Named {
    const char* parameters;
    const char* name;
    const char* filename;
};

TEST(Multipart, ReadsNamesWithTheirEscapes) {
    const std::vector<Named> table{
        {R"(name="a\"b\\c")", R"(a"b\c)", ""},
        {R"(name="a;b=c")", "a;b=c", ""},
        {R"(name="f"; filename="C:\temp\été.txt")", "f", "été.txt"},
        {R"(name="f"; filename="/etc/passwd")", "f", "passwd"},
        {R"(name="f"; filename="..")", "f", "unnamed"},
        {R"(name="f"; filename="../..")", "f", "unnamed"},
        {R"(name="f"; filename="")", "f", ""},
        {R"(name="f"; filename=plain.txt)", "f", "plain.txt"},
        {R"(name="f"; filename="x"; filename*=UTF-8''%e2%82%ac%20rates.txt)", "f", "€ rates.txt"},
        {R"(name="f"; filename*=utf-8'en'a%2Fb.txt)", "f", "b.txt"},
    };
    for (const Named& row : table) {
        auto parts = parse_multipart(form_type, field(row.parameters) + "--XX--");
        ASSERT_TRUE(parts) << row.parameters;
        EXPECT_EQ(parts->at(0).name, row.name) << row.parameters;
        EXPECT_EQ(parts->at(0).filename, row.filename) << row.parameters;
    }
}

TEST(Multipart, RefusesWhatIsMalformed) {
    const std::vector<std::string> bodies{
        "",
        "--XX",
        "--XX\r\n",
        "no delimiter",
        field("name=a"),                                  // no end
        field("name=a") + "--XXY\r\n",                    // another boundary
        part("Content-Type: text/plain", "v") + "--XX--", // no disposition
        part("Content-Disposition: attachment; name=a", "v") + "--XX--",
        part("Content-Disposition form-data", "v") + "--XX--",
        field("filename=a") + "--XX--", // no name
        field("name=a; name=b") + "--XX--",
        field("name=\"\xff\"") + "--XX--",
        field("name=\"f\"; filename=\"a\x01\"") + "--XX--",
        field("name=f; filename*=latin1''%e9") + "--XX--",
        field("name=f; filename*=UTF-8''%e9") + "--XX--",
        part("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", "v") +
            "--XX--",
        part("X: " + std::string(9000, 'x') + "\r\nContent-Disposition: form-data; name=a", "v") + "--XX--",
        "--XX\nContent-Disposition: form-data; name=a\n\nv\n--XX--",
    };
    for (const std::string& body : bodies) {
        auto parts = parse_multipart(form_type, body);
        ASSERT_FALSE(parts) << body;
        EXPECT_EQ(parts.error().kind, Refusal::Kind::bad_input);
        EXPECT_TRUE(parts.error().has("form.malformed")) << body;
    }
    std::string good = field("name=a") + "--XX--";
    for (std::string_view type : {"", "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
                                  "multipart/form-data; boundary=\"\"", "multipart/mixed; boundary=XX"})
        EXPECT_FALSE(parse_multipart(type, good)) << type;
    EXPECT_FALSE(parse_multipart("multipart/form-data; boundary=" + std::string(71, 'b'), good));
}

TEST(Multipart, RefusesTooManyParts) {
    std::string body = field("name=a") + field("name=b") + "--XX--";
    EXPECT_TRUE(parse_multipart(form_type, body, 2));
    auto refused = parse_multipart(form_type, body, 1);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("form.too_many_parts"));
}

TEST(Multipart, StaysInsideTheBodyForAnyBytes) {
    std::mt19937 random(11);
    std::string good = field("name=\"a\"; filename=\"b\"", "content\r\n") + field("name=c") + "--XX--\r\n";
    for (int i = 0; i < 20'000; ++i) {
        std::string body = good;
        for (unsigned n = random() % 4 + 1; n > 0; --n) {
            std::size_t at = random() % body.size();
            switch (random() % 3) {
            case 0:
                body[at] = static_cast<char>(random());
                break;
            case 1:
                body.erase(at, random() % 8);
                break;
            default:
                body.insert(at, body.substr(random() % body.size(), random() % 8));
                break;
            }
            if (body.empty()) body = "-";
        }
        auto parts = parse_multipart(form_type, body);
        if (!parts) continue;
        for (const Part& found : *parts) {
            bool is_inside = found.content.empty() ||
                             (found.content.data() >= body.data() &&
                              found.content.data() + found.content.size() <= body.data() + body.size());
            EXPECT_TRUE(is_inside);
        }
    }
}

TEST(Multipart, ReadsLargeNearMissesInLinearTime) {
    std::string content;
    while (content.size() < 8 * 1024 * 1024) content += "\r\n--X";
    auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(parse_multipart(form_type, field("name=a", content) + "--XX--"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

} // namespace
} // namespace poa::http
