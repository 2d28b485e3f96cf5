#include "engine/core/text.hpp"

#include <catch2/catch.hpp>

using namespace redline;

TEST_CASE("every text exists in Chinese and in English, with the same arguments") {
  for (auto const& key : text_keys()) {
    INFO(key);
    auto const zh =
        render(Message{key, {"<0>", "<1>", "<2>", "<3>", "<4>", "<5>", "<6>", "<7>", "<8>", "<9>"}}, Language::zh);
    auto const en =
        render(Message{key, {"<0>", "<1>", "<2>", "<3>", "<4>", "<5>", "<6>", "<7>", "<8>", "<9>"}}, Language::en);
    CHECK_FALSE(zh.empty());
    CHECK_FALSE(en.empty());
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string const mark{'<', digit, '>'};
      CHECK((zh.find(mark) == std::string::npos) == (en.find(mark) == std::string::npos));
    }
  }
  CHECK(text_keys().size() > 1);
}

TEST_CASE("an unknown key is shown with its arguments, never lost") {
  CHECK(render(Message{"no.such.key", {"a", "b"}}, Language::zh) == "no.such.key: a, b");
}
