// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"
#include "base/embedded.hpp"
#include "base/require.hpp"
#include "web/assets/assets.hpp"

#include <gtest/gtest.h>

#include <zlib.h>

namespace poa::web::assets {
namespace {

std::string unzip(std::string_view gzipped, std::size_t size_max) {
    std::string out(size_max, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzipped.data()));
    stream.avail_in = static_cast<uInt>(gzipped.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    int ended = inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return ended == Z_STREAM_END ? out : std::string();
}

TEST(Assets, AreTheStyleSheetTheScriptsAndTheIcon) {
    std::set<std::string_view> names;
    for (const Asset& asset : all_assets()) names.insert(asset.name);
    EXPECT_EQ(names, (std::set<std::string_view>{"filling.js", "icon.svg", "islands.js", "question.js",
                                                 "style.css", "theme.js", "worker.js"}));
}

TEST(Assets, AreFoundByTheNameThatTheirContentGivesThem) {
    ASSERT_FALSE(all_assets().empty());
    for (const Asset& asset : all_assets()) {
        EXPECT_EQ(find_asset(asset.hashed_name), &asset);
        EXPECT_NE(asset.hashed_name.find("." + sha256(asset.content).hex().substr(0, 10) + "."),
                  std::string_view::npos)
            << asset.hashed_name;
        EXPECT_EQ(asset_path(asset.name), "/assets/" + std::string(asset.hashed_name));
    }
}

TEST(Assets, UnzipToThemselves) {
    for (const Asset& asset : all_assets()) {
        EXPECT_EQ(unzip(asset.gzipped, asset.content.size() + 1), asset.content) << asset.name;
        EXPECT_EQ(asset.gzipped.substr(4, 4), std::string_view("\0\0\0\0", 4)) << "carries a time";
    }
}

TEST(Assets, HaveTheTypesBrowsersAskFor) {
    auto type_of = [](std::string_view name) {
        return find_asset(asset_path(name).substr(std::string_view("/assets/").size()))->content_type;
    };
    EXPECT_EQ(type_of("style.css"), "text/css; charset=utf-8");
    EXPECT_EQ(type_of("islands.js"), "text/javascript; charset=utf-8");
    EXPECT_EQ(type_of("icon.svg"), "image/svg+xml");
}

TEST(Assets, AnotherNameIsNotFound) {
    EXPECT_EQ(find_asset("style.css"), nullptr);
    EXPECT_EQ(find_asset(""), nullptr);
    EXPECT_EQ(find_asset("manifest.json"), nullptr);
    EXPECT_EQ(find_asset("../style.css"), nullptr);
    EXPECT_THROW((void)asset_path("style.scss"), OurMistake);
}

TEST(Assets, CataloguesAreThereForFiveLanguagesAndNoneForTheSourceLanguage) {
    for (std::string_view language : {"ar", "es", "fr", "ru", "zh"})
        EXPECT_EQ(catalogue(language).substr(0, 4), "\xde\x12\x04\x95") << language;
    EXPECT_EQ(catalogue("en"), "");
    EXPECT_EQ(catalogue("fr.mo"), "");
}

TEST(Embedded, IsFoundByItsPathOnly) {
    const Embedded files[] = {{"a", "1"}, {"b.css", "2"}, {"b.css.gz", "3"}};
    EXPECT_EQ(find_embedded(files, "b.css")->content, "2");
    EXPECT_EQ(find_embedded(files, "b.css.gz")->content, "3");
    EXPECT_EQ(find_embedded(files, "b"), nullptr);
    EXPECT_EQ(find_embedded(files, "c"), nullptr);
    EXPECT_EQ(find_embedded({}, "a"), nullptr);
}

} // namespace
} // namespace poa::web::assets
