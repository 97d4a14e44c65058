// SPDX-License-Identifier: Apache-2.0
// What the platform promises as a whole, seen from outside.
#include "base/text.hpp"
#include "sample_platform.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <random>
#include <set>

namespace poa::app::test {
namespace {

namespace js = boost::json;

js::object json_at(ServedFolder& served, const std::string& address) {
    Answered answer = served.send("GET", address);
    EXPECT_EQ(answer.status, 200) << address << ": " << answer.body;
    return answer.status == 200 ? js::parse(answer.body).as_object() : js::object();
}

std::vector<std::string> texts_of(const js::object& page, const char* rows, const char* key) {
    std::vector<std::string> texts;
    for (const js::value& row : page.at(rows).as_array()) texts.emplace_back(row.at(key).as_string().c_str());
    return texts;
}

/// Takes a paper in by upload; the fields as "name=value".
Answered upload(ServedFolder& served, const std::string& file_name, const std::string& content,
                const std::vector<std::string>& fields) {
    std::string body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file_name +
                       "\"\r\n\r\n" + content + "\r\n";
    for (const std::string& field : fields)
        body += fmt::format("--edge\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n",
                            field.substr(0, field.find('=')), field.substr(field.find('=') + 1));
    body += "--edge--\r\n";
    return served.exchange(
        fmt::format("POST /documents/import_document HTTP/1.1\r\nHost: poa.example\r\n"
                    "Connection: close\r\nAccept: application/json\r\nAuthorization: Bearer "
                    "{}\r\nContent-Type: multipart/form-data; boundary=edge\r\n"
                    "Content-Length: {}\r\n\r\n{}",
                    SamplePlatform::tokens().at("secretariat"), body.size(), body));
}

TEST(Promises, SEC_14_EveryStateIsAnsweredAlike) {
    SamplePlatform sample;
    std::set<std::vector<std::string>> shapes;
    auto addresses = texts_of(json_at(sample.served(), "/states"), "rows", "address");
    ASSERT_EQ(addresses.size(), 195U);
    for (const std::string& address : addresses) {
        std::vector<std::string> names;
        for (const auto& member : json_at(sample.served(), address)) names.emplace_back(member.key());
        shapes.insert(names);
    }
    EXPECT_EQ(shapes.size(), 1U) << "one page for all, with the same fields in the same order";
}

TEST(Promises, SEC_14_WhatIsHeldOfAStateMovesItNowhere) {
    SamplePlatform sample;
    auto before = json_at(sample.served(), "/states");
    Answered taken = upload(sample.served(), "views.txt", "# Sample views\r\n\r\n1. Sample words.\r\n",
                            {"audience=public", "submitted_by=state:NZL"});
    ASSERT_EQ(taken.status, 201) << taken.body;
    auto after = json_at(sample.served(), "/states");
    EXPECT_EQ(texts_of(after, "rows", "iso3"), texts_of(before, "rows", "iso3"));
    EXPECT_EQ(after.at("tiles"), before.at("tiles"));
    EXPECT_NE(after.at("rows"), before.at("rows")) << "the count of what is held did change";
}

TEST(Promises, EST_24_WhatOnePlatformHoldsAnotherTakesIn) {
    SamplePlatform one, other;
    Answered taken = upload(one.served(), "lighthouses.txt",
                            "# Sample paper\r\n\r\n## Aims\r\n\r\n1. Sample words on lighthouses.\r\n\r\n(a) "
                            "One;\r\n\r\n(b) Two.\r\n",
                            {"audience=public", "symbol=A/99/6"});
    ASSERT_EQ(taken.status, 201) << taken.body;
    std::string address(js::parse(taken.body).at("address").as_string());
    auto page = json_at(one.served(), address).at("document").as_object();
    Answered original = one.served().exchange("GET " + address +
                                              "/original HTTP/1.1\r\nHost: poa.example\r\n"
                                              "Connection: close\r\n\r\n");
    ASSERT_EQ(original.status, 200);
    Answered there = upload(other.served(), "lighthouses.txt", original.body,
                            {"audience=" + std::string(page.at("audience").as_string()),
                             "symbol=" + std::string(page.at("symbol").as_string())});
    ASSERT_EQ(there.status, 201) << there.body;
    auto passages = json_at(one.served(), address + "/passages");
    EXPECT_GE(passages.at("rows").as_array().size(), 5U);
    EXPECT_EQ(json_at(other.served(), address + "/passages"), passages);
}

/// Bytes over the wire of one answer, compressed as a browser takes it.
std::string compressed_at(ServedFolder& served, const std::string& address, std::size_t& bytes) {
    Answered answer = served.exchange("GET " + address +
                                      " HTTP/1.1\r\nHost: poa.example\r\nConnection: close"
                                      "\r\nAccept: text/html, */*\r\nAccept-Encoding: gzip\r\n\r\n");
    EXPECT_EQ(answer.status, 200) << address;
    bytes += answer.body.size();
    for (const auto& [name, value] : answer.headers.all()) bytes += name.size() + value.size() + 4;
    return answer.body;
}

/// Bytes of a page and of all that it makes a browser fetch.
std::size_t first_load(ServedFolder& served, const std::string& page) {
    std::size_t bytes = 0;
    (void)compressed_at(served, page, bytes);
    Answered plain = served.exchange(fmt::format(
        "GET {} HTTP/1.1\r\nHost: poa.example\r\nConnection: close\r\nAccept: text/html\r\n\r\n", page));
    std::set<std::string> assets;
    for (std::size_t at = 0; (at = plain.body.find("\"/assets/", at)) != std::string::npos; ++at)
        assets.insert(plain.body.substr(at + 1, plain.body.find('"', at + 1) - at - 1));
    EXPECT_FALSE(assets.empty());
    for (const std::string& asset : assets) (void)compressed_at(served, asset, bytes);
    EXPECT_GT(bytes, 4U * 1024) << page << ": something was not counted";
    return bytes;
}

constexpr std::size_t first_load_bytes_max = 40U * 1024;

TEST(Promises, INC_11_TheFirstPageWeighsAtMost40KiB) {
    SamplePlatform sample;
    for (const char* page :
         {"/", "/documents", "/documents/a-99-1", "/states", "/search?q=lanterns", "/ledger"})
        EXPECT_LE(first_load(sample.served(), page), first_load_bytes_max) << page;
}

/// A report as long as a real one: many sections, one of them longer than a page takes. Its words are drawn
/// with a fixed seed from a thousand made-up ones, short and common ones more often, so that it packs no
/// better than text does.
std::string long_report() {
    std::mt19937 random(20230418);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < 1000; ++i) {
        std::string word;
        for (std::size_t left = 2 + i / 125; left > 0; --left) word += "etaoinshrdlu"[random() % 12];
        words.push_back(word);
    }
    std::string text = "# Sample report that is long\r\n\r\n";
    for (int section = 1, paragraph = 1; section <= 30; ++section) {
        text += fmt::format("## Section {}\r\n\r\n", section);
        for (int end = paragraph + (section == 7 ? 150 : 20); paragraph < end; ++paragraph) {
            text += fmt::format("{}.", paragraph);
            for (int count = 0; count < 60; ++count) text += " " + words[random() % (1 + random() % 1000)];
            text += ".\r\n\r\n";
        }
    }
    return text;
}

TEST(Promises, INC_11_ALongDocumentIsHeavyOnNoPage) {
    SamplePlatform sample;
    Answered taken = upload(sample.served(), "long.txt", long_report(), {"audience=public", "symbol=A/99/9"});
    ASSERT_EQ(taken.status, 201) << taken.body;
    const std::string address(js::parse(taken.body).at("address").as_string());
    std::string heavy_section;
    const js::object reader = json_at(sample.served(), address);
    for (const js::value& row : reader.at("contents").as_array())
        if (row.at("text") == "Section 7")
            heavy_section = "/sections/" + std::string(row.at("anchor").as_string());
    ASSERT_NE(heavy_section, "");
    for (const std::string& page : {std::string(), heavy_section, std::string("/passages")})
        EXPECT_LE(first_load(sample.served(), address + page), first_load_bytes_max) << page;
    std::size_t parts = json_at(sample.served(), address + "/whole").at("parts").as_array().size();
    ASSERT_GT(parts, 5U);
    EXPECT_LE(first_load(sample.served(), address + "/whole"), first_load_bytes_max);
    for (std::size_t part = 1; part <= parts; ++part)
        EXPECT_LE(first_load(sample.served(), fmt::format("{}/whole?part={}", address, part)),
                  first_load_bytes_max)
            << part;
    EXPECT_GT(first_load(sample.served(), address + "/whole?paper=yes"), 2 * first_load_bytes_max)
        << "the text is too short to show anything";
}

} // namespace
} // namespace poa::app::test
