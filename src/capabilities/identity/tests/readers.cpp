// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "capabilities/identity/tests/permission_walk.hpp"

#include <gtest/gtest.h>

namespace poa::identity {
namespace {

Actor observer() {
    std::vector<CurrentStanding> standings = {{{Role::diplomatic_contact, Body::state("VAT")}, false}};
    return Actor::signed_in(Id<Person>{5}, "Observer", "en", Id<SignInSession>{1}, standings);
}

/// Audiences of a thing of Egypt's that this reader sees, narrow to wide; then those of a thing of the own
/// body.
std::string seen(const Actor& actor, std::string_view own_body) {
    std::string line;
    for (std::string_view owner : {std::string_view("state:EGY"), own_body}) {
        if (owner.empty()) continue;
        line += line.empty() ? "" : " | ";
        for (int i = 0; i <= 4; ++i)
            line +=
                actor.reader().may_see(static_cast<Audience>(i), owner) ? static_cast<char>('0' + i) : '.';
    }
    return line;
}

TEST(Readers, WhoSeesWhat) {
    // own_delegation parties contacts member_states public, of another State; then of the own body
    EXPECT_EQ(seen(Actor::visitor(), ""), "....4");
    EXPECT_EQ(seen(Actor::operator_(), ""), "....4");
    EXPECT_EQ(seen(sample_actor(Role::person), ""), "....4");
    EXPECT_EQ(seen(sample_actor(Role::delegate), "state:FRA"), "...34 | 01234");
    EXPECT_EQ(seen(sample_actor(Role::technical_contact), "state:FRA"), "..234 | 01234");
    EXPECT_EQ(seen(sample_actor(Role::secretariat), "secretariat"), "..234 | 01234");
    EXPECT_EQ(seen(sample_actor(Role::representative), "organisation:first"), "....4 | 01234");
    EXPECT_EQ(seen(sample_actor(Role::chair), "chair"), "....4 | 01234");
    EXPECT_EQ(seen(observer(), "state:VAT"), "....4 | 01234") << "an observer State is no Member State";
}

TEST(Readers, PartiesSeeWhatIsForParties) {
    const Reader france = sample_actor(Role::delegate).reader();
    const std::vector<std::string> parties = {"state:FRA", "state:KEN"};
    EXPECT_TRUE(france.may_see(Audience::parties, "state:EGY", parties));
    EXPECT_FALSE(france.may_see(Audience::own_delegation, "state:EGY", parties));
    EXPECT_FALSE(Reader().may_see(Audience::parties, "state:EGY", parties));
}

TEST(Readers, AThingForFewHasAnOwner) {
    EXPECT_THROW((void)Reader().may_see(Audience::own_delegation, ""), OurMistake);
    EXPECT_TRUE(Reader().may_see(Audience::everyone, ""));
}

TEST(Readers, ConditionAndFacetsSayTheSame) {
    const Reader reader = sample_actor(Role::delegate).reader();
    EXPECT_EQ(reader.condition("d.audience", "d.owner", 3), "(d.audience >= $3 OR d.owner IN ($4))");
    EXPECT_EQ(Reader().condition("d.audience", "d.owner", 1), "(d.audience >= $1)");
    const std::vector<std::string> facets = {"public", "member_states", "body:state:FRA"};
    EXPECT_EQ(reader.facets(), facets);
    EXPECT_EQ(reader.key(), "public member_states body:state:FRA");
    EXPECT_EQ(Reader().key(), sample_actor(Role::person).reader().key());
}

TEST(Actors, ActForTheirBodies) {
    Actor contact = observer();
    EXPECT_TRUE(contact.acts_for_state("VAT"));
    EXPECT_FALSE(contact.acts_for_state("FRA"));
    EXPECT_TRUE(contact.has(Role::diplomatic_contact, Body::state("VAT")));
    EXPECT_FALSE(contact.has(Role::diplomatic_contact, Body::state("FRA")));
    EXPECT_EQ(contact.on_behalf(), std::vector<std::string>{"state:VAT"});
    EXPECT_EQ(Actor::operator_().on_behalf(), std::vector<std::string>{"operator"});
    EXPECT_TRUE(Actor::visitor().on_behalf().empty());
    EXPECT_FALSE(Actor::operator_().has(Role::person));
    EXPECT_TRUE(Actor::operator_().has(Role::visitor));
}

} // namespace
} // namespace poa::identity
