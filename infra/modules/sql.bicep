// The store. Only Entra identities sign in: there is no SQL password.
param name string
param location string
param tags object
param administratorObjectId string
param administratorName string
param sku object
param zoneRedundant bool
param workspaceId string

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    version: '12.0'
    minimalTlsVersion: '1.2'
    publicNetworkAccess: 'Enabled'
    administrators: {
      administratorType: 'ActiveDirectory'
      azureADOnlyAuthentication: true
      principalType: 'Group'
      login: administratorName
      sid: administratorObjectId
      tenantId: tenant().tenantId
    }
  }
}

// The one rule that lets Azure's own services in; every one of them still has to sign in.
resource fromAzure 'Microsoft.Sql/servers/firewallRules@2023-08-01' = {
  parent: server
  name: 'AllowAllWindowsAzureIps'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource database 'Microsoft.Sql/servers/databases@2023-08-01' = {
  parent: server
  name: 'alongside'
  location: location
  tags: tags
  sku: sku
  properties: {
    // Names in it compare by their code points, as in the embedded store.
    collation: 'Latin1_General_100_BIN2_UTF8'
    zoneRedundant: zoneRedundant
    requestedBackupStorageRedundancy: zoneRedundant ? 'Zone' : 'Local'
  }
}

resource backups 'Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies@2023-08-01' = {
  parent: database
  name: 'default'
  properties: {
    retentionDays: 14
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: database
  properties: {
    workspaceId: workspaceId
    // No query text: what a statement holds is nobody's business.
    logs: [
      {
        category: 'Errors'
        enabled: true
      }
      {
        category: 'Timeouts'
        enabled: true
      }
      {
        category: 'Deadlocks'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Basic'
        enabled: true
      }
    ]
  }
}

output serverDomain string = server.properties.fullyQualifiedDomainName
output databaseName string = database.name
