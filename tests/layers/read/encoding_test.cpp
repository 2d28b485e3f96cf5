#include "layers/read/encoding.hpp"

#include "layers/read/mojibake.hpp"
#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

namespace {

std::string gbk(std::string const& utf8) { return convert(utf8, "UTF-8", "GB18030").value(); }

std::string shapefile(Folder const& folder, std::string const& encoding, std::string const& field,
                      std::string const& text) {
  auto const path = folder / "矿权.shp";
  write_layer({"ESRI Shapefile",
               path,
               "矿权",
               field,
               wkbPoint,
               {"ENCODING=" + encoding},
               {{text, "POINT (85 44)"}, {"甲乙丙丁", "POINT (86 44)"}}});
  return path;
}

}  // namespace

TEST_CASE("a shapefile in GBK reads the same with its .cpg, without it, and by option") {
  Folder const folder;
  auto const path = shapefile(folder, "GBK", "许可证号", "某县铜矿采矿权");
  for (auto const* how : {"encoding.cpg", "encoding.chinese_pairs", "encoding.given"}) {
    CAPTURE(how);
    SourceOptions o;
    o.path_and_layer = path;
    if (std::string(how) != "encoding.cpg") fs::remove(folder / "矿权.cpg");
    if (std::string(how) == "encoding.given") o.encoding = "GBK";
    auto const all = read_all(o);
    REQUIRE(all.features.size() == 2);
    CHECK(all.value(0, "许可证号") == "某县铜矿采矿权");
    CHECK(all.layer == "矿权");
    REQUIRE(all.has("read.encoding"));
    CHECK(all.findings.front().args.at(1) == std::string("@") + how);
  }
}

TEST_CASE("UTF-8 without .cpg is found by strict decoding, also where a field is cut inside a character") {
  Folder const folder;
  auto const path = shapefile(folder, "UTF-8", "名称", "新疆");
  fs::remove(folder / "矿权.cpg");
  auto dbf = read_bytes(folder / "矿权.dbf");
  auto const header = static_cast<unsigned char>(dbf[8]) + 256u * static_cast<unsigned char>(dbf[9]);
  std::string cut;
  while (cut.size() < 40) cut += "疆";
  dbf.replace(header + 1, 40, cut.substr(0, 40));  // 13 characters and the first byte of the fourteenth
  write_bytes(folder / "矿权.dbf", dbf);
  auto const all = read_all(path);
  CHECK(all.encoding == "UTF-8");
  CHECK(all.value(1, "名称") == "甲乙丙丁");
}

TEST_CASE("bytes win over a .cpg that they contradict, and a finding says so") {
  Folder const folder;
  auto const path = shapefile(folder, "GBK", "名称", "天山国家级自然保护区");
  write_bytes(folder / "矿权.cpg", "UTF-8");
  auto const all = read_all(path);
  CHECK(all.has("read.encoding_contradicted"));
  CHECK(all.value(0, "名称") == "天山国家级自然保护区");
}

TEST_CASE("the language byte 0x4D means Chinese") {
  Folder const folder;
  auto const path = shapefile(folder, "GBK", "名称", "天山");
  fs::remove(folder / "矿权.cpg");
  auto dbf = read_bytes(folder / "矿权.dbf");
  dbf[29] = 0x4D;
  write_bytes(folder / "矿权.dbf", dbf);
  auto const all = read_all(path);
  CHECK(all.value(0, "名称") == "天山");
  CHECK(all.findings.front().args.at(1) == "@encoding.language_byte");
}

TEST_CASE("Western texts without any declaration are not taken for Chinese") {
  TextSample sample;
  for (auto const* text : {"R\xE9serve de chasse",
                           "For\xEAt class\xE9"
                           "e",
                           "Esp\xE8"
                           "ces",
                           "D\xE9"
                           "cret n\xB0 12"})
    sample.add(text);
  CHECK(sample.decide().name == "ISO-8859-1");
}

TEST_CASE("strict UTF-8") {
  CHECK(is_utf8("a红线"));
  for (auto const* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE7\xBA"})
    CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("names of encodings as .cpg files write them") {
  for (auto const* name : {"GBK", "gb2312", "936", "ANSI 936", "CP936\n", "GB18030"})
    CHECK(canonical_encoding(name) == "GB18030");
  for (auto const* name : {"UTF-8", "utf8", "65001"}) CHECK(canonical_encoding(name) == "UTF-8");
  CHECK(canonical_encoding("1252") == "CP1252");
  CHECK(canonical_encoding("88591") == "ISO-8859-1");
  CHECK(canonical_encoding("no such").empty());
}

TEST_CASE("a CSV reads the same in UTF-8, with byte order mark, in GBK and in UTF-16") {
  Folder const folder;
  std::string const text = "井号,名称,经度,纬度\nW1,塔里木一号,83.5,41.25\nW2,轮南二井,84.5,41.5\n";
  auto const path = folder / "油井.csv";
  std::vector<std::string> const writings{text, "\xEF\xBB\xBF" + text, gbk(text),
                                          "\xFF\xFE" + convert(text, "UTF-8", "UTF-16LE").value()};
  for (auto const& bytes : writings) {
    CAPTURE(bytes.substr(0, 4));
    write_bytes(path, bytes);
    auto const all = read_all(path);
    REQUIRE(all.features.size() == 2);
    CHECK(all.value(0, "井号") == "W1");
    CHECK(all.value(1, "名称") == "轮南二井");
    CHECK(wkt(all.features[1].wkb) == "POINT (84.5 41.5)");
    CHECK(all.layer == "油井");
  }
}

TEST_CASE("a CSV that does not fit the given encoding is refused") {
  Folder const folder;
  write_bytes(folder / "a.csv", "名称,x,y\n\xFF\xFF,1,2\n");
  SourceOptions o;
  o.path_and_layer = folder / "a.csv";
  o.encoding = "GBK";
  CHECK(refusal(o) == "read.bad_encoding");
}

TEST_CASE("texts that were garbled before they reached us are recognised") {
  CHECK(unmangled("BAÃ±") == "BAñ");
  CHECK(unmangled(to_utf8("新疆天山", "GB18030").value_or("")) == "新疆天山");
  CHECK(unmangled(to_utf8("新疆", "ISO-8859-1").value()) == "新疆");
  for (auto const* sound :
       {"新疆维吾尔自治区", "联通公司", "Réserve", "Señor Ñandú", "Ürümqi", "плотина", "km²", "±3 m"}) {
    CAPTURE(sound);
    CHECK_FALSE(unmangled(sound));
  }
}
