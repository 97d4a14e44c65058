// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/ledger/entry.hpp"
#include "capabilities/ledger/tests/property.hpp"
#include "capabilities/ledger/tiles.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
namespace {

const Instant at = *parse_instant("2026-11-21T12:00:00.000123Z");
const std::string salt(salt_bytes, 's');

Entry public_entry() {
    Entry entry;
    entry.act = "documents.import";
    entry.on_behalf = "secretariat";
    entry.subject = "document:a-78-76";
    entry.clause = "A/78/76, para. 3";
    entry.audience = Audience::everyone;
    entry.facts = {{"symbol", "A/78/76"}, {"title", "Pro\"gramme\n\xC3\xA9"}};
    return entry;
}

TEST(Leaf, AnOpenEntryInClear) {
    EntryForm form = form_of(public_entry(), at, salt);
    EXPECT_EQ(form.leaf,
              R"({"v":1,"act":"documents.import","at":"2026-11-21T12:00:00.000123Z",)"
              R"("on_behalf":"secretariat","subject":"document:a-78-76","clause":"A/78/76, para. 3",)"
              R"("facts":{"symbol":"A/78/76","title":"Pro\"gramme\né"}})");
    EXPECT_TRUE(form.salt.empty());
    EXPECT_TRUE(form.sealed_body.empty());
}

TEST(Leaf, APersonIsSealed) {
    Entry entry = public_entry();
    entry.person = 42;
    entry.sealed = {{"email", "x@example.org"}};
    EntryForm form = form_of(entry, at, salt);
    EXPECT_EQ(form.sealed_body, R"({"v":1,"sealed":{"email":"x@example.org"},"person":42})");
    Sha256 expected = sha256("poa commitment v1\n" + salt + form.sealed_body);
    EXPECT_TRUE(form.leaf.ends_with(R"(,"sealed":")" + expected.hex() + "\"}"));
    EXPECT_EQ(form.leaf.find("42"), std::string::npos);
    EXPECT_EQ(form.leaf.find("example.org"), std::string::npos);
    EXPECT_TRUE(check_opening(form.leaf, salt, form.sealed_body));
}

TEST(Leaf, ARestrictedEntryIsACommitmentAndNothingElse) {
    for (Audience audience :
         {Audience::own_delegation, Audience::parties, Audience::contacts, Audience::member_states}) {
        Entry entry = public_entry();
        entry.audience = audience;
        EntryForm form = form_of(entry, at, salt);
        EXPECT_EQ(form.leaf, R"({"v":1,"restricted":")" + commitment(salt, form.sealed_body).hex() + "\"}");
        auto opened = read_sealed_body(form.sealed_body);
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened->at, at);
        EXPECT_EQ(opened->entry.audience, audience);
        EXPECT_EQ(opened->entry.act, entry.act);
        EXPECT_EQ(opened->entry.facts, entry.facts);
    }
}

TEST(Leaf, TheSameActWithOtherSaltIsAnotherLeaf) {
    Entry entry = public_entry();
    entry.audience = Audience::parties;
    EXPECT_NE(form_of(entry, at, salt).leaf, form_of(entry, at, std::string(salt_bytes, 't')).leaf);
}

TEST(Leaf, OpensOnlyWithItsOwnSaltAndBody) {
    Entry entry = public_entry();
    entry.audience = Audience::parties;
    EntryForm form = form_of(entry, at, salt);
    ASSERT_TRUE(check_opening(form.leaf, form.salt, form.sealed_body));
    for (std::size_t i = 0; i < form.sealed_body.size(); ++i) {
        std::string body = form.sealed_body;
        body[i] ^= 1;
        EXPECT_FALSE(check_opening(form.leaf, form.salt, body));
    }
    std::string other = form.salt;
    other[31] ^= 1;
    EXPECT_FALSE(check_opening(form.leaf, other, form.sealed_body));
    // A byte moved from the salt to the body hashes alike; the salt's length stands.
    EXPECT_FALSE(check_opening(form.leaf, form.salt.substr(0, 31), form.salt.substr(31) + form.sealed_body));
    EXPECT_FALSE(check_opening(form_of(public_entry(), at, salt).leaf, form.salt, form.sealed_body));
}

TEST(Leaf, EveryEntryReadsBack) {
    expect_property("what form_of writes is read back, and nothing else is", [] {
        auto text = rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
        Entry entry;
        entry.act = "a" + *text;
        entry.on_behalf = *text;
        entry.subject = *text;
        entry.clause = *text;
        entry.audience = static_cast<Audience>(*rc::gen::inRange(0, 5));
        entry.person = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            entry.facts.emplace_back(std::to_string(i) + *text, *text);
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i) entry.sealed.emplace_back(std::to_string(i), *text);
        Instant when{*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000'000)};
        EntryForm form = form_of(entry, when, salt);
        auto leaf = read_leaf(form.leaf);
        RC_ASSERT(leaf.has_value());
        RC_ASSERT(leaf->restricted == (entry.audience != Audience::everyone));
        RC_ASSERT(leaf->sealed.has_value() == has_sealed_part(entry));
        if (!leaf->restricted) {
            RC_ASSERT(leaf->at == when);
            RC_ASSERT(leaf->entry.act == entry.act);
            RC_ASSERT(leaf->entry.facts == entry.facts);
        }
        if (leaf->sealed) {
            auto opened = read_sealed_body(form.sealed_body);
            RC_ASSERT(opened.has_value());
            RC_ASSERT(opened->entry.sealed == entry.sealed);
            RC_ASSERT(opened->entry.person == entry.person);
            RC_ASSERT(check_opening(form.leaf, form.salt, form.sealed_body));
        }
        auto place = *rc::gen::inRange<std::size_t>(0, form.leaf.size());
        RC_ASSERT(!read_leaf(form.leaf.substr(0, place)));
        RC_ASSERT(!read_leaf(form.leaf + " "));
    });
}

TEST(Leaf, OtherJsonIsRefused) {
    std::string digest(64, 'a');
    ASSERT_TRUE(read_leaf(R"({"v":1,"restricted":")" + digest + "\"}"));
    const std::string whole = R"({"v":1,"act":"a","at":"2026-11-21T12:00:00.000000Z",)"
                              R"("on_behalf":"","subject":"","clause":"","facts":{}})";
    ASSERT_TRUE(read_leaf(whole));
    const std::vector<std::string> others = {
        "",
        "{}",
        "[]",
        "1",
        R"({"v":1})",
        R"({"v":1,"restricted":7})", // nothing, or nothing of ours
        R"({"v":2,"restricted":")" + digest + "\"}",
        R"({"restricted":")" + digest + R"(","v":1})", // another order
        R"({"v":1, "restricted":")" + digest + "\"}",
        R"({"v":1,"restricted":")" + digest + R"(","x":1})",
        R"({"v":1,"restricted":")" + std::string(64, 'A') + "\"}",
        replace_all(whole, ".000000Z", "Z"),
        replace_all(whole, "{}", R"({"a":1})"),
        replace_all(whole, R"("clause":"",)", ""),
        replace_all(whole, R"("act":"a")", R"("act":"\u0061")"), // the same letter written otherwise
    };
    for (const std::string& text : others) EXPECT_FALSE(read_leaf(text)) << text;
}

TEST(Leaf, WhatAnEntryMayNotBe) {
    auto refused = [](auto change) {
        Entry entry = public_entry();
        change(entry);
        EXPECT_THROW((void)form_of(entry, at, salt), OurMistake);
    };
    refused([](Entry& entry) { entry.act = ""; });
    refused([](Entry& entry) { entry.act = "\xFF"; });
    refused([](Entry& entry) { entry.subject = std::string("a\0b", 3); });
    refused([](Entry& entry) { entry.facts.emplace_back("symbol", "again"); });
    refused([](Entry& entry) { entry.facts.emplace_back("", "no name"); });
    refused([](Entry& entry) { entry.person = -1; });
    refused([](Entry& entry) { entry.facts.emplace_back("text", std::string(entry_bytes_max, 'x')); });
    refused([](Entry& entry) { entry.sealed.emplace_back("text", std::string(sealed_bytes_max, 'x')); });
    Entry restricted = public_entry();
    restricted.audience = Audience::parties;
    restricted.facts.emplace_back("text",
                                  std::string(entry_bytes_max, 'x')); // only its commitment is in the leaf
    EXPECT_LT(form_of(restricted, at, salt).leaf.size(), 100u);
    EXPECT_THROW((void)form_of(restricted, at, "short"), OurMistake);
}

} // namespace
} // namespace poa::ledger
