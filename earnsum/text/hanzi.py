"""
Hanzi: Chinese in one script, so that the words and patterns of the language are told once.

Taiwan and Hong Kong write traditional letters, the mainland simplified ones, and the two map one for one.  A text is read
in the simplified script; what a record quotes of it (a part, a period, a name) is given back as the article writes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from earnsum.patterns import re, regex
from earnsum.text.languages import CHINESE, eastern_language
from earnsum.text.sentences import fold

if TYPE_CHECKING:
    from earnsum.model import Row, Summary

_TRADITIONAL = (
    "營業務開關頭題電腦網絡線統計財報稅後純獲潤餘虧損淨總額億萬兩點個與較於為從對應該將會還這裡裏項類別創國際陸灣臺幣圓銀賬帳"
    "證險壽資產負債權佔屬歸東擁錄現經調撥備減貸費續單雙歷曆紀錢價預測優遜勝過達視據標準則認盤漲買賣銷貨訂購進運輸車輛機構廠圖"
    "製藥醫療學體鋼鐵鋁銅鋰鋅鎳礦煉顯螢載導積聯發華碩緯穎廣鴻寶興豐韓歐澤鄭陳張劉吳許謝蘇趙楊黃蕭馬魯遠傳訊設軟雲遊戲廳飲館飯"
    "連鎖師員團隊長處級號碼時間歲週內僅無沒動勢變穩趨緩漸強顧問詢聽說話語讀寫譯編輯記議論講談願讓觀覺見規範畫劃劑齊擴縮轉輕輪"
    "軸輔軌農漁養殺雜難離雖質貿貴賃賠賞贏賺蝕註評訴訟詳誌誤課請諾護贊讚釋鑽針鏈鏡錯鍵鎊銳鈞鉅門閉閱闊隨隱階陽陰雞靈靜韌響頂順"
    "頓須頻領顆風飛飾驅驗驚駐騰麗黨齡龍龐龜倉侖倫偉側偵傑傘傷傾償儀儘儲兌兒冊凍凱剛剝劇劍勁勞勵區協卻厲參叢啟喚嘆嚴囑圍園場執"
    "堅塊墊墮墾壓壞壘壯壺夠夢夾奪奮婦媽嬰孫寧實寬審專尋層屆島峽崗巖幫幹幾庫廢廈彈彌彙匯彥徑復複徵恆悅惡愛態慘慶憂憶懸懷戰戶拋"
    "挾捨掃採揚換揮搶擇擊擋擔擬擠攝敗敘數斷昇晉暢暫書條極榮樂樓樣樞橋橫檔檢櫃欄歡殘殼氣氫沖決況洩淺淪渦湯溝溫滯滲滿漢潔潛澀濟"
    "濱濾瀏灘災烏煙熱燈燒燦爭爾牆獎獨獻環瑪璽畢異當疊瘋盜盡監礎確磚礙禦禮種稱穀窮竄競筆節築簡簽籌籤糧糾約紅納紐紙細紹終組結給"
    "絕絲維綜綠綫緊緒縣縱織繪繳繼纖罰羅義習聖聞聲職肅脫腫膠臉臨舉舊艙艦莊著蓋蔣藍藝蘋蘭蠟衆眾術衛衝裝褲襲覽觸託訪詞試誠誰諮謀"
    "豔貝貫責貼賀賴贈趕跡蹟躍踴軍輝輩邊遞適遷選遺鄉釀鋒錦鍋鍍鎂鏟鑄閃閒閘闡陣陞隻雋霧韋頁頒顛飆飽駕駿鬆鬥魚鮮鯨鳥鴨鵬鹽麥麵黏"
    "齒僑彎淚滾漿瀾灑瓊碁禪綁綱緻縫罷聰腳葉蓮虛補譽譜謹貧賓賽蹤郵鈦鉀鎢鏗閣隸雛顏飼驟髮鬧鷹鹼爲啓羣衹祇纔剎嗎嘗妝嶺廟徹憑懶戀"
    "攔攜曬檯欽歎毀氾滅瀕爛狀獵瑤皺盧竊筍績繞緝艱蔥薦蘊蟲訓詐誇謎豬賤輿轟遲鄰醜鉛鋪隕餅騙囪喪噸嶼帶廚捲掛搖攤撐撲暉樹灃瀋煥瑋"
    "睜矚穫紡緣縷聳膚艷蕩藉諧謙贖蹺辦辭違遙鎮鑑鑒闖韻飄餓駛騎髒鬱鳳麼黴係繫佈併並迴凈僱吋嚐夥姍岡牽猶瑩禍窩絞緬膽蔭諸貢貪貯貶"
    "賈賦軋遼錶鏽闢隴顫饋驕驢鬚"
    "來亞識屢慮斂親討練紛販亂棄憲銘鍾軒詩驊娛曉敵豎腎馮賜頗賢鐘軀邁醬釐擾擺獸寵懲曠羨腸綿絹締緘緞蘆騷鍛錘錫錠錐鋸鉗鈣鈉鈔頃貓"
    "賭駁鳴鴿勸櫻爐癒塵漣滬漬熒獄瑣綻綽緇誘豈貳賄賊輻輾轄轎辯鈾鉑鋤閥閩頸颱餃餌餵駝駭騁鮑鮭鯉鵝鷗鸚鹹齋龔勛厭喬嘯噴嚇墜墳奧宮"
    "崙嵐嶽幟廁廂廬彫惱慣憤懇懼掙揀搗撈撫撿擱擲擷攏暈朧棗棟棧楓槍槓槳樁樸涼涇淒淵渾湊湧滄滌濃濕濤瀉瀝瀟熾爍狹獅畝疇盃盞瞭砲祿"
    "禱稜竅箋"
)
_SIMPLIFIED = (
    "营业务开关头题电脑网络线统计财报税后纯获润余亏损净总额亿万两点个与较于为从对应该将会还这里里项类别创国际陆湾台币圆银账账"
    "证险寿资产负债权占属归东拥录现经调拨备减贷费续单双历历纪钱价预测优逊胜过达视据标准则认盘涨买卖销货订购进运输车辆机构厂图"
    "制药医疗学体钢铁铝铜锂锌镍矿炼显荧载导积联发华硕纬颖广鸿宝兴丰韩欧泽郑陈张刘吴许谢苏赵杨黄萧马鲁远传讯设软云游戏厅饮馆饭"
    "连锁师员团队长处级号码时间岁周内仅无没动势变稳趋缓渐强顾问询听说话语读写译编辑记议论讲谈愿让观觉见规范画划剂齐扩缩转轻轮"
    "轴辅轨农渔养杀杂难离虽质贸贵赁赔赏赢赚蚀注评诉讼详志误课请诺护赞赞释钻针链镜错键镑锐钧巨门闭阅阔随隐阶阳阴鸡灵静韧响顶顺"
    "顿须频领颗风飞饰驱验惊驻腾丽党龄龙庞龟仓仑伦伟侧侦杰伞伤倾偿仪尽储兑儿册冻凯刚剥剧剑劲劳励区协却厉参丛启唤叹严嘱围园场执"
    "坚块垫堕垦压坏垒壮壶够梦夹夺奋妇妈婴孙宁实宽审专寻层届岛峡岗岩帮干几库废厦弹弥汇汇彦径复复征恒悦恶爱态惨庆忧忆悬怀战户抛"
    "挟舍扫采扬换挥抢择击挡担拟挤摄败叙数断升晋畅暂书条极荣乐楼样枢桥横档检柜栏欢残壳气氢冲决况泄浅沦涡汤沟温滞渗满汉洁潜涩济"
    "滨滤浏滩灾乌烟热灯烧灿争尔墙奖独献环玛玺毕异当叠疯盗尽监础确砖碍御礼种称谷穷窜竞笔节筑简签筹签粮纠约红纳纽纸细绍终组结给"
    "绝丝维综绿线紧绪县纵织绘缴继纤罚罗义习圣闻声职肃脱肿胶脸临举旧舱舰庄着盖蒋蓝艺苹兰蜡众众术卫冲装裤袭览触托访词试诚谁咨谋"
    "艳贝贯责贴贺赖赠赶迹迹跃踊军辉辈边递适迁选遗乡酿锋锦锅镀镁铲铸闪闲闸阐阵升只隽雾韦页颁颠飙饱驾骏松斗鱼鲜鲸鸟鸭鹏盐麦面粘"
    "齿侨弯泪滚浆澜洒琼棋禅绑纲致缝罢聪脚叶莲虚补誉谱谨贫宾赛踪邮钛钾钨铿阁隶雏颜饲骤发闹鹰碱为启群只只才刹吗尝妆岭庙彻凭懒恋"
    "拦携晒台钦叹毁泛灭濒烂状猎瑶皱卢窃笋绩绕缉艰葱荐蕴虫训诈夸谜猪贱舆轰迟邻丑铅铺陨饼骗囱丧吨屿带厨卷挂摇摊撑扑晖树沣沈焕玮"
    "睁瞩获纺缘缕耸肤艳荡借谐谦赎跷办辞违遥镇鉴鉴闯韵飘饿驶骑脏郁凤么霉系系布并并回净雇寸尝伙姗冈牵犹莹祸窝绞缅胆荫诸贡贪贮贬"
    "贾赋轧辽表锈辟陇颤馈骄驴须"
    "来亚识屡虑敛亲讨练纷贩乱弃宪铭钟轩诗骅娱晓敌竖肾冯赐颇贤钟躯迈酱厘扰摆兽宠惩旷羡肠绵绢缔缄缎芦骚锻锤锡锭锥锯钳钙钠钞顷猫"
    "赌驳鸣鸽劝樱炉愈尘涟沪渍荧狱琐绽绰缁诱岂贰贿贼辐辗辖轿辩铀铂锄阀闽颈台饺饵喂驼骇骋鲍鲑鲤鹅鸥鹦咸斋龚勋厌乔啸喷吓坠坟奥宫"
    "仑岚岳帜厕厢庐雕恼惯愤恳惧挣拣捣捞抚捡搁掷撷拢晕胧枣栋栈枫枪杠桨桩朴凉泾凄渊浑凑涌沧涤浓湿涛泻沥潇炽烁狭狮亩畴杯盏了炮禄"
    "祷棱窍笺"
)
_SIMPLER = dict(zip(map(ord, _TRADITIONAL), _SIMPLIFIED, strict=True))


_LISTED = re.compile("(?<![0-9])、")
"""The comma of a list, but not that of days and months ("3、4月")."""


_LETTERS = "零〇○一二两三四五六七八九"
_DIGITS = dict(zip(f"{_LETTERS}半点", "00012234567895.", strict=True))
_TENTHS = regex.compile(
    rf"(?<=[增升涨长加多跌降减滑少挫退落缩赚蚀大幅][了近约逾超过达]{{0,2}})[{_LETTERS}]"
    r"(?:成(?![为立功本员交都长])(?:[一二三四五六七八九半](?![季月年度大项类家个]))?|倍[一二三四五六七八九半](?![季月年度大项类家个]))"
)
"""``六成四``, ``一倍半``: tenths and what is behind them."""
_SPELLED = regex.compile(
    rf"百分之(?P<hundredths>[0-9.]+|[{_LETTERS}十][十点{_LETTERS}]*+)"
    rf"|(?<![第0-9百千万亿兆十点{_LETTERS}])(?:[{_LETTERS}]|十(?=[{_LETTERS}]))[十百千万亿兆点几余多{_LETTERS}]*+"
    r"(?=(?:人民币|新?台币|[美日港欧令英]?[元圆吉镑]|[美港]?(?P<share>[仙分])|[个人户名辆部吨]))"
)
_OF_SHARE = regex.compile(r"(?r)(?:每股|股息|期息|股利|[派赚亏蚀盈余])[^,。;0-9]{0,8}")
_BY_MYRIADS = regex.compile(r"[亿万]|[千百].*[千百]|[0-9零-龥]点")
"""How a number is written in letters: ``四亿一千二百几万元``, ``十五点三六元``; a short one is an amount a share (``派息三仙``)."""


def _in_digits(found: regex.Match[str]) -> str:
    """Return a number in letters with its digits as such, letter for letter: the words for its scales stay."""
    number = found.group()
    if found["hundredths"]:
        tens, ten, ones = found["hundredths"].translate(_AS_DIGITS).rpartition("十")
        whole = f"{tens or 1}{'' if ones[:1].isdigit() else 0}" if ten else ""
        return f"{whole}{ones}%".rjust(len(number), "约")
    of_share = _OF_SHARE.match(found.string, 0, found.start()) is not None
    if not of_share and (found["share"] or _BY_MYRIADS.search(number) is None):
        return number
    number = number.translate(_AS_DIGITS)
    return f"1{number[1:]}" if number[0] == "十" else number


_AS_DIGITS = str.maketrans(_DIGITS)


def simplified(text: str) -> str:
    """
    Return text in simplified letters, with one kind of comma and numbers in digits, one for one.

    >>> simplified("營收、淨利年增逾兩成"), simplified("賺三百二十幾億元,升百分之十五")
    ('营收,净利年增逾2成', '赚3百2十几亿元,升约约15%')
    """
    simple = _LISTED.sub(",", text.translate(_SIMPLER))
    simple = _TENTHS.sub(lambda found: found.group().translate(_AS_DIGITS), simple) if "成" in simple or "倍" in simple else simple
    return _SPELLED.sub(_in_digits, simple)


def is_chinese(text: str) -> bool:
    """Tell a text in Chinese, in either script."""
    return eastern_language(fold(text)) == CHINESE


def as_written(summary: Summary, simple: str, text: str) -> Summary:
    """Return a summary of a text that was read as `simple`, its names, parts and periods in the text's own letters."""
    low = simple.lower()

    def own(word: str | None) -> str | None:
        at = low.find(word.lower()) if word else -1
        return word if word is None or at < 0 else text[at : at + len(word)]

    def as_told(row: Row) -> Row:
        scope = own(row.scope)
        return row._replace(scope=scope.lower() if scope else scope, period_label=own(row.period_label))

    return summary._replace(
        company=summary.company._replace(name=own(summary.company.name)),
        period=summary.period._replace(label=own(summary.period.label)),
        results=tuple(map(as_told, summary.results)),
        guidance=tuple(map(as_told, summary.guidance)),
    )
