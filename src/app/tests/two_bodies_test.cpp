// SPDX-License-Identifier: Apache-2.0
// Who acts for two bodies sees what either keeps to itself: on the first page, and at the State.
#include "sample_platform.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poa::app::test {
namespace {

using testing::HasSubstr;
using testing::Not;

void take_in_for(ServedFolder& served, const std::string& state, const std::string& title) {
    auto part = [](const std::string& name, const std::string& value) {
        return fmt::format("--edge\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", name,
                           value);
    };
    std::string body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + state +
                       ".txt\"\r\n\r\n# " + title + "\r\n\r\n1. Sample words.\r\n\r\n" +
                       part("audience", "own_delegation") + part("submitted_by", "state:" + state) +
                       "--edge--\r\n";
    Answered taken = served.exchange(
        fmt::format("POST /documents/import_document HTTP/1.1\r\nHost: poa.example\r\nConnection: close\r\n"
                    "Accept: application/json\r\nAuthorization: Bearer {}\r\n"
                    "Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: {}\r\n\r\n{}",
                    SamplePlatform::tokens().at("secretariat"), body.size(), body));
    ASSERT_EQ(taken.status, 201) << taken.body;
}

TEST(TwoBodies, ShowWhatEitherKeepsToItself) {
    SamplePlatform sample;
    take_in_for(sample.served(), "FRA", "Sample draft of France");
    take_in_for(sample.served(), "KEN", "Sample draft of Kenya");
    const std::string& token = SamplePlatform::tokens().at("head_of_delegation");
    auto seen = [&](const std::string& address) {
        return sample.served().send("GET", address, {}, token).body;
    };
    EXPECT_THAT(seen("/"), HasSubstr("Sample draft of France"));
    EXPECT_THAT(seen("/"), Not(HasSubstr("Sample draft of Kenya")));
    EXPECT_THAT(seen("/states/ken"), Not(HasSubstr("Sample draft of Kenya")));
    Answered appointed = sample.served().send(
        "POST", "/identity/appoint",
        fmt::format(
            R"({{"email":"{}","role":"head_of_delegation","body":"state:KEN","basis":"Sample credentials"}})",
            SamplePlatform::email_of("head_of_delegation")),
        SamplePlatform::tokens().at("secretariat"));
    ASSERT_LT(appointed.status, 300) << appointed.body;
    EXPECT_THAT(seen("/"), HasSubstr("Sample draft of France"));
    EXPECT_THAT(seen("/"), HasSubstr("Sample draft of Kenya"));
    EXPECT_THAT(seen("/states/fra"), HasSubstr("Sample draft of France"));
    EXPECT_THAT(seen("/states/ken"), HasSubstr("Sample draft of Kenya"));
}

} // namespace
} // namespace poa::app::test
