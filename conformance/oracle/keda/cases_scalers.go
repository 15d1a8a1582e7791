package main

import (
	kedav1alpha1 "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
)

// Scalers of which only the metric is compared: their constructors do not connect, and here they get all that they ask for.
func otherScalerCases() []hpaCase {
	auth := map[string]string{
		"awsRoleArn": "arn:aws:iam::1:role/x", "username": "u", "password": "p", "apiKey": "k", "queryKey": "k", "token": "t",
		"clientId": "c", "clientSecret": "s", "tenantId": "t", "activeDirectoryClientId": "c", "activeDirectoryClientPassword": "p",
		"connection": "Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=b", "accessToken": "t", "dataSource": "x",
		"applicationInsightsId": "a", "workspaceId": "w", "accessID": "a", "accessKey": "k", "host": "https://sumo.example",
		"GoogleApplicationCredentials": "{}",
	}
	cases := []hpaCase{}
	for _, one := range []struct {
		id   string
		made kedav1alpha1.ScaleTriggers
	}{
		{"", authenticated("activemq", metadata{"managementEndpoint": "mq:8161", "destinationName": "a.b", "brokerName": "b", "targetQueueSize": "50"})},
		{"", authenticated("arangodb", metadata{"endpoints": "http://db", "dbName": "d", "collection": "c", "query": "q", "queryValue": "3.5"})},
		{"", authenticated("artemis-queue", metadata{"managementEndpoint": "mq:8161", "queueName": "q", "brokerName": "b", "brokerAddress": "a"})},
		{"", authenticated("aws-cloudwatch", metadata{"namespace": "n", "metricName": "m", "dimensionName": "d", "dimensionValue": "v", "targetMetricValue": "2.5", "minMetricValue": "0", "awsRegion": "x"})},
		{"", authenticated("aws-dynamodb", metadata{"tableName": "t.x", "awsRegion": "x", "keyConditionExpression": "#a = :v", "expressionAttributeNames": `{"#a":"a"}`, "expressionAttributeValues": `{":v":{"S":"1"}}`, "targetValue": "7"})},
		{"", authenticated("aws-dynamodb-streams", metadata{"tableName": "t", "awsRegion": "x"})},
		{"", authenticated("aws-kinesis-stream", metadata{"streamName": "s.t", "awsRegion": "x", "shardCount": "4"})},
		{"", authenticated("azure-app-insights", metadata{"metricId": "requests/count", "metricAggregationTimespan": "0:5", "metricAggregationType": "avg", "targetValue": "5.5"})},
		{"", authenticated("azure-data-explorer", metadata{"databaseName": "d.b", "endpoint": "https://x", "query": "q", "threshold": "5"})},
		{"", authenticated("azure-log-analytics", metadata{"query": "q", "threshold": "2.5"})},
		{"", authenticated("beanstalkd", metadata{"server": "b:11300", "tube": "a b/c", "value": "5"})},
		{"", authenticated("clickhouse", metadata{"host": "h", "port": "9000", "database": "d", "query": "q", "targetQueryValue": "1.5"})},
		{"", authenticated("dynatrace", metadata{"host": "https://x", "query": "q", "threshold": "5"})},
		{"template", trigger("elasticsearch", metadata{"addresses": "http://e:9200", "username": "u", "password": "p", "index": "i", "searchTemplateName": "a.b", "valueLocation": "hits", "targetValue": "1.5"})},
		{"query", trigger("elasticsearch", metadata{"addresses": "http://e:9200", "username": "u", "password": "p", "index": "i", "query": "q", "valueLocation": "hits", "targetValue": "2"})},
		{"", trigger("graphite", metadata{"serverAddress": "http://g", "query": "q", "queryTime": "-10Minutes"})},
		{"", trigger("loki", metadata{"serverAddress": "http://l", "query": "q", "threshold": "0.7"})},
		{"", authenticated("huawei-cloudeye", metadata{"namespace": "n", "metricName": "m.x", "dimensionName": "d", "dimensionValue": "v", "targetMetricValue": "5"})},
		{"", authenticated("ibmmq", metadata{"host": "https://mq/ibmmq/rest/v2/admin/action/qmgr/QM1/mqsc", "queueName": "Q.1"})},
		{"", trigger("liiklus", metadata{"address": "l:1", "topic": "t.x", "group": "g"})},
		{"", trigger("nats-jetstream", metadata{"natsServerMonitoringEndpoint": "n:8222", "account": "$G", "stream": "s.x", "consumer": "c"})},
		{"", authenticated("new-relic", metadata{"account": "1", "nrql": "q", "threshold": "2.5"})},
		{"", trigger("nsq", metadata{"nsqLookupdHTTPAddresses": "n:4161", "topic": "t.x", "channel": "c"})},
		{"", authenticated("solarwinds", metadata{"host": "https://x", "targetValue": "5.5", "metricName": "m", "aggregation": "AVG", "intervalS": "60"})},
		{"", authenticated("solr", metadata{"host": "http://s", "collection": "c", "query": "*:*", "targetQueryValue": "1.5"})},
		{"", authenticated("splunk", metadata{"host": "https://s:8089", "savedSearchName": "a b", "targetValue": "5", "activationValue": "1", "valueField": "count"})},
	} {
		id := "other-" + one.made.Type
		if one.id != "" {
			id += "-" + one.id
		}
		cases = append(cases, hpaCase{id, hpaInput{ScaledObject: scaledObject(one.made), Auth: auth}})
	}
	return cases
}
